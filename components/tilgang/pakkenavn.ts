/** The parts and fields that packages differ in, in the reader's language: looked up on the server, since few are needed. */
import { findTekst } from '#components/person/tekster.ts';
import { feltNoekkel } from '#lib/domain/person/felt-noekkel.ts';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { RETTIGHETSPAKKER } from '#lib/domain/rettighetspakke/rettighetspakker.ts';

/** A name for each egenskap and each dotted field that some package leaves out. */
export function toPakkenavn(tekster: unknown): Record<string, string> {
  const toEgenskap = (navn: string) => findTekst(tekster, ['person', 'egenskap', navn]) ?? navn;
  const toFelt = (sti: string) => {
    const [egenskap = '', ...felt] = sti.split('.');
    const navn = findTekst(tekster, ['person', 'felt', feltNoekkel(felt.join('.'))]) ?? felt.join('.');
    return `${toEgenskap(egenskap)}: ${navn}`;
  };
  const felter = Object.values(RETTIGHETSPAKKER).flatMap(({ felt }) => felt.uten);
  return Object.fromEntries([
    ...EGENSKAPER.map((navn) => [navn, toEgenskap(navn)]),
    ...felter.map((sti) => [sti, toFelt(sti)]),
  ]);
}
