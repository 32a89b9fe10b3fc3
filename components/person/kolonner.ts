/** How a table of history is laid out: a column a field where they are few, one column for all where they are many. */
import type { Felt, Oppfoering } from '#lib/domain/person/person-view.ts';

/** More fields than this are stacked in one column: a table must fit the screen. */
const MAX_COLUMNS = 4;

/** The fields of the entries in the order they first appear; null when they are too many for columns of their own. */
export function listKolonner(oppfoeringer: readonly (readonly Felt[])[]): string[] | null {
  const felter = [...new Set(oppfoeringer.flatMap((egne) => egne.map((felt) => felt.felt)))];
  const gjentatt = oppfoeringer.some((egne) => new Set(egne.map((felt) => felt.felt)).size < egne.length);
  return felter.length === 0 || felter.length > MAX_COLUMNS || gjentatt ? null : felter;
}

/** The fields without the dates that the columns of the period already show: they are the same day by definition. */
export function omitPeriode(felter: readonly Felt[], { fra, til }: Oppfoering): Felt[] {
  return felter.filter(({ verdi }) => verdi.slag !== 'dato' || (verdi.dato !== fra && verdi.dato !== til));
}
