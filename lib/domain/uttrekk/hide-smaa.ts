/**
 * Counts that may be shown. Rule: fewer than five is not told, and cannot be found from the rest either: the sum is known,
 * so whenever one group is hidden the smallest of the others is hidden too, and in a table each side hides something.
 */

/** One group as counted. `undergruppe` where the groups are a table of two sides. */
export type Telling = { noekkel: string; undergruppe: string | null; antall: number };

/** The same, null for what is not told. */
export type Gruppe = { noekkel: string; undergruppe: string | null; antall: number | null };

const MINST = 5;

/** The groups of one side that are hidden. `maa`: something must be, because the other side hides something. */
function findSkjulte(side: readonly Telling[], maa: boolean): Set<Telling> {
  const skjulte = new Set(side.filter(({ antall }) => antall < MINST));
  const minsteSynlige = side
    .filter(({ antall }) => antall >= MINST)
    .reduce<Telling | null>(
      (minste, en) => (minste === null || en.antall < minste.antall ? en : minste),
      null,
    );
  if ((skjulte.size > 0 || maa) && minsteSynlige !== null) skjulte.add(minsteSynlige);

  return skjulte;
}

/** The groups in the order given. Nothing at all where all of them together are fewer than five. */
export function hideSmaa(tellinger: readonly Telling[]): Gruppe[] {
  const sum = tellinger.reduce((foer, { antall }) => foer + antall, 0);
  if (sum < MINST) return [];
  const sider = [...Map.groupBy(tellinger, ({ undergruppe }) => undergruppe).values()];
  const maa = tellinger.some(({ antall }) => antall < MINST);
  const skjulte = new Set(sider.flatMap((side) => [...findSkjulte(side, maa)]));

  return tellinger.map((en) => ({ ...en, antall: skjulte.has(en) ? null : en.antall }));
}

/** One count by itself: null where it is of somebody, and of fewer than five. That it is of nobody may be told. */
export const hideFaa = (antall: number): number | null => (antall > 0 && antall < MINST ? null : antall);
