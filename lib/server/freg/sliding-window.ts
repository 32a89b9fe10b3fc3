/** Counts per second over the last seconds: constant memory at any rate. Shared by the breaker and the retry budget. */
import 'server-only';

export type Vindu<Slag extends string> = {
  add: (slag: Slag) => void;
  count: (slag: Slag) => number;
  clear: () => void;
};

/** A window of `sekunder` whole seconds. Time is read from `naa` (milliseconds). */
export function createVindu<Slag extends string>(sekunder: number, naa: () => number): Vindu<Slag> {
  let boetter = new Map<number, Map<Slag, number>>();
  const sekund = () => Math.floor(naa() / 1000);

  function dropOld(): void {
    for (const nummer of boetter.keys()) if (nummer <= sekund() - sekunder) boetter.delete(nummer);
  }

  return {
    add(slag) {
      dropOld();
      const boette = boetter.get(sekund()) ?? new Map<Slag, number>();
      boette.set(slag, (boette.get(slag) ?? 0) + 1);
      boetter.set(sekund(), boette);
    },
    count(slag) {
      dropOld();
      return [...boetter.values()].reduce((sum, boette) => sum + (boette.get(slag) ?? 0), 0);
    },
    clear() {
      boetter = new Map();
    },
  };
}
