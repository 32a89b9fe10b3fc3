/**
 * What of an entry goes on one line, in lists that are read down. Rules: values that speak for themselves stand bare,
 * those that need their label have it, a name is one value, and nothing is said twice; codes and districts are left to
 * those who open the whole entry.
 */
import { splitFelter } from '#components/person/detaljfelt.ts';
import { toSisteNavn } from '#lib/domain/person/adressekoder.ts';
import type { Felt, Verdi } from '#lib/domain/person/person-view.ts';

/** `medNavn`: the value is not understood without the label of its field. */
export type Ledd = { felt: string; verdi: Verdi; medNavn: boolean };

const NAVNEDELER: ReadonlySet<string> = new Set(['fornavn', 'mellomnavn', 'etternavn']);

const toForan = (felt: string): string => felt.slice(0, felt.lastIndexOf('.') + 1);

/** Parts of one name that stand after each other, as one value. */
function joinNavn(felter: readonly Felt[]): Felt[] {
  const samlet: Felt[] = [];
  for (const felt of felter) {
    const foer = samlet.at(-1);
    const erDel = (en: Felt) => NAVNEDELER.has(toSisteNavn(en.felt)) && en.verdi.slag === 'tekst';
    if (foer && erDel(foer) && erDel(felt) && toForan(foer.felt) === toForan(felt.felt)) {
      const tekst = [foer.verdi, felt.verdi]
        .map((verdi) => (verdi.slag === 'tekst' ? verdi.tekst : ''))
        .join(' ');
      samlet[samlet.length - 1] = { felt: felt.felt, verdi: { slag: 'tekst', tekst } };
    } else samlet.push(felt);
  }
  return samlet;
}

function toLedd({ felt, verdi }: Felt): Ledd {
  if (verdi.slag === 'adresse')
    return { felt, verdi: { slag: 'tekst', tekst: verdi.linjer.join(', ') }, medNavn: false };
  return { felt, verdi, medNavn: ['boolsk', 'heltall', 'dato', 'tidspunkt'].includes(verdi.slag) };
}

/** @param sagt a day that stands beside the line already, or null */
export function toSammendrag(felter: readonly Felt[], sagt: string | null): Ledd[] {
  const { hoved } = splitFelter(felter);
  return joinNavn(hoved)
    .filter(({ verdi }) => verdi.slag !== 'dato' || verdi.dato !== sagt)
    .map(toLedd);
}
