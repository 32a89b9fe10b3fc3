/** One thing that happens to everybody, or to all of a municipality: person by person, at once or spread over time. */
import type { Planlagt } from './planer/plan.ts';

export type Masseendring = {
  /** When the next person's turn is; Infinity when all are done. */
  getNeste(): number;
  /** Looks at some persons, until one is found that it happens to; undefined when there was none among them. */
  take(): Planlagt | undefined;
};

/** Persons looked at in one go, so that a register of millions never waits long. */
const BIT = 2000;

/** `perMinutt` undefined is at once. `find` tells what happens to a person, if anything. */
export function createMasseendring(
  antall: number,
  start: number,
  perMinutt: number | undefined,
  find: (person: number) => Planlagt | undefined,
): Masseendring {
  const avstand = perMinutt === undefined ? 0 : 60_000 / perMinutt;
  let person = 0;
  let rammet = 0;
  return {
    getNeste: () => (person < antall ? start + rammet * avstand : Number.POSITIVE_INFINITY),
    take() {
      for (const slutt = Math.min(antall, person + BIT); person < slutt; ) {
        const planlagt = find(person++);
        if (planlagt === undefined) continue;
        rammet++;
        return planlagt;
      }
      return undefined;
    },
  };
}
