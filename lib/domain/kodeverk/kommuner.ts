/**
 * The name of a municipality number, of today or of its time: where a number has had several names, the one it had in the
 * year of the entry.
 *
 * The tables are for the server and for tools; the person view carries the names, so the browser needs no table.
 */
import { KOMMUNER_1988_TIL_2023, KOMMUNER_FOER_1988 } from './kommuner-foer.ts';
import { KOMMUNER_I_DAG } from './kommuner-i-dag.ts';
import { TIDLIGERE_KOMMUNENAVN } from './kommuner-tidligere-navn.ts';
import { parseKommunetabell } from './kommunetabell.ts';

const navnAvNummer: ReadonlyMap<string, string> = new Map([
  ...parseKommunetabell(KOMMUNER_FOER_1988),
  ...parseKommunetabell(KOMMUNER_1988_TIL_2023),
  ...parseKommunetabell(KOMMUNER_I_DAG),
]);

/** The 357 numbers of today, four digits each. */
export const KOMMUNENUMRE_I_DAG: readonly string[] = parseKommunetabell(KOMMUNER_I_DAG).map(
  ([nummer]) => nummer,
);

/** Every number of today and of earlier with its newest name; `tidligere` where it is no longer in use. */
export function listKommunenumre(): { nummer: string; navn: string; tidligere: boolean }[] {
  const iDag = new Set(KOMMUNENUMRE_I_DAG);
  return [...navnAvNummer].map(([nummer, navn]) => ({ nummer, navn, tidligere: !iDag.has(nummer) }));
}

/** By number, the earlier names with the last year of each, oldest first. */
const tidligereAvNummer = Map.groupBy(
  TIDLIGERE_KOMMUNENAVN.trim()
    .split(/[;\n]/)
    .map((rad) => ({ nummer: rad.slice(0, 4), tilOgMed: Number(rad.slice(5, 9)), navn: rad.slice(10) })),
  ({ nummer }) => nummer,
);

/**
 * The name that belongs to a municipality number, or null when no table has it.
 * @param dato of the entry that has the number, `yyyy` or longer; the newest name where there is none
 * Source: freg-contract.md section 2 (`kn`, a 4-digit string where the leading zero counts).
 */
export function findKommunenavn(nummer: string, dato: string | null): string | null {
  const aar = /^\d{4}/.test(dato ?? '') ? Number(dato?.slice(0, 4)) : Number.POSITIVE_INFINITY;
  const tidligere = tidligereAvNummer.get(nummer)?.find(({ tilOgMed }) => aar <= tilOgMed);
  return tidligere?.navn ?? navnAvNummer.get(nummer) ?? null;
}
