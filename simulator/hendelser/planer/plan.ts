/**
 * A plan says what happens to whom: one act of life is one or more hendelser, each about one person, that are written
 * together. A plan only reads; what it finds impossible it leaves be, and nothing happens.
 */
import type { Persondokument } from '../../befolkning/befolkning.ts';
import type { Skjelett } from '../../befolkning/skjelett.ts';
import type { Slagnavn } from '../slag.ts';

export type Planlagt = { person: number; slag: Slagnavn; argument: number };

export type Plangrunnlag = {
  s: Skjelett;
  /** The Norwegian day on which it happens. */
  dag: number;
  /** 32 bits of the act's own. */
  h: number;
  /** The document as of the hendelser so far, with at least LESTE_EGENSKAPER. Not to be changed. */
  getDokument(person: number): Persondokument;
  /** The municipality number of the person's home, or a number that none has: costs next to nothing. */
  getKommune(person: number): number;
  findPerson(nummer: string): number | undefined;
};

/** What the plans read. */
export const LESTE_EGENSKAPER: ReadonlySet<string> = new Set([
  'identifikasjonsnummer',
  'status',
  'foedsel',
  'familierelasjon',
  'sivilstand',
  'doedsfall',
  'adressebeskyttelse',
  'bostedsadresse',
  'deltBosted',
  'foreldreansvar',
  'statsborgerskap',
]);

/** What happens when the act strikes this person, or undefined when it cannot. */
export type Plan = (g: Plangrunnlag, person: number) => Planlagt[] | undefined;

export type Medlem = { person: number; dokument: Persondokument };

/** The persons behind numbers, with their documents. */
export function listMedlemmer(g: Plangrunnlag, numre: readonly string[]): Medlem[] {
  return numre.flatMap((nummer) => {
    const person = g.findPerson(nummer);
    return person === undefined ? [] : [{ person, dokument: g.getDokument(person) }];
  });
}
