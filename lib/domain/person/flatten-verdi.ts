/**
 * Whatever JSON holds, as a flat list of path and text. For values that the model does not know: they are kept and
 * shown by their path (security.md decision 7). Linear in the size of the input, without recursion.
 */
import type { AndreOpplysning } from './person-view.ts';

/** Deeper than this the path stops growing, so that a hostile document cannot make it quadratic. */
const DYPESTE_STI = 24;

type Punkt = { sti: string; verdi: unknown; dybde: number };

/** The path of a key inside a path: `navn[0].fornavn`. */
export const joinSti = (sti: string, noekkel: string): string => (sti === '' ? noekkel : `${sti}.${noekkel}`);

/** The path of an element inside a path: `navn[0]`. */
export const joinIndeks = (sti: string, indeks: number): string => `${sti}[${indeks}]`;

function listBarn({ sti, verdi, dybde }: Punkt): Punkt[] {
  const forDypt = dybde >= DYPESTE_STI;
  const under = dybde + 1;
  if (Array.isArray(verdi)) {
    return verdi.map((barn: unknown, i) => ({
      sti: forDypt ? sti : joinIndeks(sti, i),
      verdi: barn,
      dybde: under,
    }));
  }
  return Object.entries(verdi ?? {}).map(([noekkel, barn]: [string, unknown]) => ({
    sti: forDypt ? sti : joinSti(sti, noekkel),
    verdi: barn,
    dybde: under,
  }));
}

/**
 * Every leaf below a value, in document order. null, empty text, `{}` and `[]` are no values and give nothing.
 * Shape: `{ sti: 'nyttFelt.deler[0].kode', verdi: 'X' }`; numbers and booleans as text.
 */
export function flattenVerdi(sti: string, verdi: unknown): AndreOpplysning[] {
  const funn: AndreOpplysning[] = [];
  const stabel: Punkt[] = [{ sti, verdi, dybde: 0 }];
  for (let punkt = stabel.pop(); punkt !== undefined; punkt = stabel.pop()) {
    if (punkt.verdi === null || punkt.verdi === undefined) continue;
    if (typeof punkt.verdi === 'object') {
      const barn = listBarn(punkt);
      for (let i = barn.length - 1; i >= 0; i -= 1) {
        const neste = barn[i];
        if (neste !== undefined) stabel.push(neste);
      }
      continue;
    }
    const tekst = String(punkt.verdi);
    if (tekst.trim() !== '') funn.push({ sti: punkt.sti, verdi: tekst });
  }
  return funn;
}
