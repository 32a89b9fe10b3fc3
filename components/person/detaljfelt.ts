/**
 * Which fields are for those who look for them: codes and districts of an address. They open on demand, so that history
 * is a list of addresses and not of codes. Nothing is left out, and an unusual grading is never folded away.
 */
import { KODER_OG_KRETSER, toSisteNavn } from '#lib/domain/person/adressekoder.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

function isDetalj({ felt, verdi }: Felt): boolean {
  if (felt === 'adressegradering') return verdi.slag === 'kode' && verdi.kode === 'ugradert';
  return KODER_OG_KRETSER.has(toSisteNavn(felt));
}

/** The fields in two groups, each in the order given. */
export function splitFelter(felter: readonly Felt[]): { hoved: Felt[]; detaljer: Felt[] } {
  return { hoved: felter.filter((felt) => !isDetalj(felt)), detaljer: felter.filter(isDetalj) };
}
