/**
 * The municipality that somebody means by what she types: a number, or one of today's names, also the Norwegian or the
 * Sami one alone. Small enough for the browser: only today's table is read.
 */
import { KOMMUNER_I_DAG } from './kommuner-i-dag.ts';
import { parseKommunetabell } from './kommunetabell.ts';

export type Kommune = { nummer: string; navn: string };

const KOMMUNER: readonly Kommune[] = parseKommunetabell(KOMMUNER_I_DAG).map(([nummer, navn]) => ({
  nummer,
  navn,
}));
/** From so many letters on, the start of a name is a name. */
const MINSTE_START = 3;

const fold = (tekst: string): string => tekst.trim().toLocaleLowerCase('nb');

/** `Gáivuotna - Kåfjord` is known by both, and `Herøy (Nordland)` by `Herøy` too. */
function listNavneformer({ navn }: Kommune): string[] {
  return [navn, navn.replace(/ \(.*\)$/, ''), ...navn.split(' - ')].map(fold);
}

/**
 * Every municipality that the text can mean: none, one, or several of the same name.
 * A number that is not of today is nobody's here, though the register may know it.
 */
export function findKommuner(tekst: string): readonly Kommune[] {
  const soekt = fold(tekst);
  if (/^\d/.test(soekt)) return KOMMUNER.filter(({ nummer }) => nummer === soekt.slice(0, 4));
  const like = KOMMUNER.filter((kommune) => listNavneformer(kommune).includes(soekt));
  if (like.length > 0 || soekt.length < MINSTE_START) return like;
  return KOMMUNER.filter((kommune) => listNavneformer(kommune).some((form) => form.startsWith(soekt)));
}

/** `0301 Oslo`, for a list to choose from; `findKommuner` reads it back. */
export const KOMMUNEVALG: readonly string[] = KOMMUNER.map(({ nummer, navn }) => `${nummer} ${navn}`);
