/**
 * Which fields are for those who look for them: codes and districts of an address,
 * and a country that its last line already says. They open on demand, so that history
 * is a list of addresses and not of codes. Nothing is left out, and an unusual grading is never folded away.
 */
import { joinAndresNavn } from '#components/person/navnefelt.ts';
import { KODER_OG_KRETSER, toSisteNavn } from '#lib/domain/person/adressekoder.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

/** The last line of a foreign address is the country: a field that says it again. */
function isILinjene({ verdi }: Felt, felter: readonly Felt[]): boolean {
  return (
    verdi.slag === 'navngitt' &&
    verdi.kodeverk === 'land' &&
    felter.some((en) => en.verdi.slag === 'adresse' && en.verdi.linjer.at(-1) === verdi.navn)
  );
}

function isDetalj(felt: Felt, felter: readonly Felt[]): boolean {
  const { felt: navn, verdi } = felt;
  if (navn === 'adressegradering') return verdi.slag === 'kode' && verdi.kode === 'ugradert';
  return KODER_OG_KRETSER.has(toSisteNavn(navn)) || isILinjene(felt, felter);
}

/** The fields in two groups, each in the order given; somebody else's name is one value. */
export function splitFelter(felter: readonly Felt[]): { hoved: Felt[]; detaljer: Felt[] } {
  const detaljer = felter.filter((felt) => isDetalj(felt, felter));
  return { hoved: joinAndresNavn(felter.filter((felt) => !detaljer.includes(felt))), detaljer };
}
