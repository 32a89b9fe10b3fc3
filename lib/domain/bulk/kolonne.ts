/** Which column of a table holds the numbers: a proposal, which the person who brings the file confirms. */
import { cleanNummer } from '#lib/domain/oppslag/kriterier.ts';
import type { Tabell } from './tabell.ts';

export type Kolonne = {
  /** From 0. */
  plass: number;
  /** From the first row where that is a heading; else null. */
  navn: string | null;
  /** The first cells that hold something, to be recognised by. */
  eksempler: string[];
  /** How many of the cells looked at may be numbers of a person. */
  treff: number;
};

const PROEVERADER = 500;
const EKSEMPLER = 2;

/** Ten digits too: a spreadsheet takes a leading zero away. */
const isNummer = (celle: string): boolean => /^\d{10,11}$/.test(cleanNummer(celle));

/** The first row has words and no number: a heading. */
export function hasOverskrift(tabell: Tabell): boolean {
  const foerste = tabell[0] ?? [];
  return foerste.some((celle) => /\p{L}/u.test(celle)) && !foerste.some(isNummer);
}

/** Every column of the table, judged by its first rows. */
export function listKolonner(tabell: Tabell): Kolonne[] {
  const overskrift = hasOverskrift(tabell);
  const rader = tabell.slice(overskrift ? 1 : 0, PROEVERADER);
  const bredde = Math.max(0, ...tabell.slice(0, PROEVERADER).map((rad) => rad.length));
  return Array.from({ length: bredde }, (_, plass) => {
    const celler = rader.map((rad) => rad[plass]?.trim() ?? '');
    const navn = overskrift ? tabell[0]?.[plass]?.trim() : '';
    return {
      plass,
      navn: navn || null,
      eksempler: celler.filter((celle) => celle !== '').slice(0, EKSEMPLER),
      treff: celler.filter(isNummer).length,
    };
  });
}

/** The column with most numbers, the first of several; null when none has any. */
export function findNummerkolonne(kolonner: readonly Kolonne[]): Kolonne | null {
  const [best] = kolonner.toSorted((a, b) => b.treff - a.treff);
  return best && best.treff > 0 ? best : null;
}
