/** Everybody by day of birth: four bytes a person, and where each day begins. */
import { sortByCount, toStarter } from './rader.ts';

export type Foedselsindeks = {
  /** About how many persons are read for these days, both ends included. */
  count(fra: number, til: number): number;
  /** Calls `besoek` for who was born on these days, and for some who no longer are, until it answers false. */
  visit(fra: number, til: number, besoek: (person: number) => boolean): void;
  /** Adds a person whose day has become another. */
  add(dag: number, person: number): void;
};

/** `dager` is the column of days of birth, where 0 is unknown. */
export function createFoedselsindeks(dager: Uint16Array): Foedselsindeks {
  const personer = sortByCount(dager);
  const nye = new Map<number, number[]>();
  const starter = toStarter(dager);
  const getStart = (dag: number) => starter[Math.min(dag, starter.length - 1)] ?? 0;
  return {
    count: (fra, til) => getStart(til + 1) - getStart(fra),
    visit(fra, til, besoek) {
      const slutt = getStart(til + 1);
      for (let i = getStart(fra); i < slutt; i++) if (!besoek(personer[i] ?? 0)) return;
      for (let dag = fra; dag <= til; dag++)
        for (const person of nye.get(dag) ?? []) if (!besoek(person)) return;
    },
    add(dag, person) {
      nye.set(dag, [...(nye.get(dag) ?? []), person]);
    },
  };
}
