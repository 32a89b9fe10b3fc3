/**
 * Where the scenario persons live of whom nothing else is said: each household in a house of its own in one street, far
 * enough from the next not to be beside it. Nobody else lives there, so whoever shares an address shares a home.
 */
import { NUMMER } from './nummer.ts';

/** Those who live with another, by their number: the one whose home it is. */
const BOR_HOS: Readonly<Record<string, string>> = {
  [NUMMER['skilt-og-gift-igjen-ny']]: NUMMER['skilt-og-gift-igjen'],
  [NUMMER['tvilling-1']]: NUMMER['tvilling-mor'],
  [NUMMER['tvilling-2']]: NUMMER['tvilling-mor'],
  [NUMMER['nyfoedt-midlertidig-navn']]: NUMMER.navneendring,
};
const REKKEFOELGE: readonly string[] = Object.values(NUMMER);
const FOERSTE_HUS = 7;
/** Houses on both sides of the street, and an empty one between two homes on the same side. */
const AVSTAND = 4;

/** The house number in Prøveveien of a scenario person. A new person, last in `nummer.ts`, moves nobody. */
export function toHusnummer(nummer: string): string {
  const plass = REKKEFOELGE.indexOf(BOR_HOS[nummer] ?? nummer);
  if (plass < 0) throw new Error(`${nummer} er ingen scenarioperson.`);
  return String(FOERSTE_HUS + AVSTAND * plass);
}
