/**
 * A skjermingsliste as it is brought: CSV with the number in the first column, with or without a heading. Rule: one line
 * that is no number and the whole list is refused, since a mistyped number is a colleague who is not skjermet.
 */
import { isVirkelig, judgePersonidentifikator } from '#lib/domain/oppslag/personidentifikator.ts';

/** The numbers, each once; the lines (from 1) that are not numbers; and those whose number could be a living person's. */
export type Skjermingsliste = { numre: string[]; feil: number[]; virkelige: number[] };

const toCelle = (linje: string): string => (linje.split(/[;,\t]/)[0] ?? '').replace(/["\s]/g, '');

export function parseSkjermingsliste(tekst: string): Skjermingsliste {
  const linjer = tekst.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const numre = new Set<string>();
  const feil: number[] = [];
  const virkelige: number[] = [];
  for (const [i, linje] of linjer.entries()) {
    const celle = toCelle(linje);
    const isOverskrift = i === 0 && !/\d/.test(celle);
    if (linje.trim() === '' || isOverskrift) continue;
    const { slag, gyldigeKontrollsiffer } = judgePersonidentifikator(celle);
    if (slag === 'ukjent' || !gyldigeKontrollsiffer) feil.push(i + 1);
    else numre.add(celle);
    if (isVirkelig(celle)) virkelige.push(i + 1);
  }

  return { numre: [...numre], feil, virkelige };
}
