/**
 * The list that the user has at /bulk, with its verdicts and, once it is sent, its run. Kept in memory while she looks at
 * one of the persons; the browser asks before a page with results is closed.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { Bulkkjoering } from '#lib/client/bulk-kjoering.ts';
import { createBreak } from '#lib/client/create-break.ts';
import { createMinne } from '#lib/client/minne.ts';
import { hasOverskrift } from '#lib/domain/bulk/kolonne.ts';
import { createListedommer, type Listerad } from '#lib/domain/bulk/liste.ts';
import type { Tabell } from '#lib/domain/bulk/tabell.ts';

export type Bulkliste = { rader: readonly Listerad[]; kjoering: Bulkkjoering | null };

/** A text and the number of the row it stands in. */
export type Raatekst = { tekst: string; rad: number };

const minne = createMinne<Bulkliste>('bulkliste');

export const findBulkliste = minne.find;

/** Keeps the list; null forgets it. */
export function keepBulkliste(client: QueryClient, liste: Bulkliste | null): void {
  window.onbeforeunload = liste?.kjoering ? (event) => event.preventDefault() : null;
  minne.keep(client, liste);
}

/** The cells of one column as rows, without the heading. */
export function listKolonnetekster(tabell: Tabell, kolonne: number): Raatekst[] {
  const overskrift = hasOverskrift(tabell);
  return tabell
    .map((celler, plass) => ({ tekst: celler[kolonne] ?? '', rad: plass + 1 }))
    .slice(overskrift ? 1 : 0);
}

/** Judges every row, with pauses so that the page answers meanwhile. */
export async function judgeListe(tekster: readonly Raatekst[]): Promise<Listerad[]> {
  const [judgeRad, takeBreak] = [createListedommer(), createBreak()];
  const rader: Listerad[] = [];
  for (const { tekst, rad } of tekster) {
    rader.push(judgeRad(tekst, rad));
    if (rader.length % 200 === 0) await takeBreak();
  }
  return rader;
}
