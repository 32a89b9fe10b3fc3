/**
 * What of an entry goes on one line, in lists that are read down. Rules: values that speak for themselves stand bare,
 * those that need their label have it, a name is one value, and nothing is said twice; codes and districts are left to
 * those who open the whole entry.
 */
import { splitFelter } from '#components/person/detaljfelt.ts';
import { joinEgetNavn } from '#components/person/navnefelt.ts';
import type { Felt, Verdi } from '#lib/domain/person/person-view.ts';

/** `medNavn`: the value is not understood without the label of its field. */
export type Ledd = { felt: string; verdi: Verdi; medNavn: boolean };

function toLedd({ felt, verdi }: Felt): Ledd {
  if (verdi.slag === 'adresse')
    return { felt, verdi: { slag: 'tekst', tekst: verdi.linjer.join(', ') }, medNavn: false };
  return { felt, verdi, medNavn: ['boolsk', 'heltall', 'dato', 'tidspunkt'].includes(verdi.slag) };
}

/** @param sagt a day that stands beside the line already, or null */
export function toSammendrag(felter: readonly Felt[], sagt: string | null): Ledd[] {
  const { hoved } = splitFelter(felter);
  return joinEgetNavn(hoved)
    .filter(({ verdi }) => verdi.slag !== 'dato' || verdi.dato !== sagt)
    .map(toLedd);
}
