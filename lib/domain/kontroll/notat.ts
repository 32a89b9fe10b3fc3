/** A note, a question or an answer of kontroll, as the form and the server judge it. */
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

export const NOTAT_MIN = 10;
export const NOTAT_MAKS = 2000;

/** Why a note is none. Each has a text: `kontroll.notatfeil.<feil>`. */
export const NOTATFEIL = ['forKort', 'forLangt', 'personnummer'] as const;
export type Notatfeil = (typeof NOTATFEIL)[number];

/** What is wrong with a note; null for one that can be kept. */
export function findNotatfeil(tekst: string): Notatfeil | null {
  const { length } = tekst.trim();
  if (length < NOTAT_MIN) return 'forKort';
  if (length > NOTAT_MAKS) return 'forLangt';
  return hasPersonnummer(tekst) ? 'personnummer' : null;
}
