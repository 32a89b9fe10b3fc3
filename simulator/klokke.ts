/**
 * The simulator's time. Everything that depends on time asks one clock, so that time can stand still or run fast. It
 * may be set while the simulator runs, but never back: what has happened stays in the past.
 */

export type Klokke = {
  /** Milliseconds since 1970 in the simulator's time. Never less than it was before. */
  naa(): number;
};

/**
 * `fart` is simulated time per real time: 0 stands still. `fra` is the moment to start from: in milliseconds, 'vegg'
 * for the machine's own time (or the clock's, when that is ahead), or undefined for the moment it shows.
 */
export type Klokkevalg = { fart: number; fra: number | 'vegg' | undefined };

export type StillbarKlokke = Klokke & {
  getFart(): number;
  /** Throws RangeError, and changes nothing, when that would turn it back. */
  set(valg: Klokkevalg): void;
};

const MAKS_FART = 86_400;

/** Starts a clock; `vegg` is the machine's time in milliseconds. */
export function createKlokke(valg: Klokkevalg, vegg: () => number): StillbarKlokke {
  let fart = valg.fart;
  let ankerVegg = vegg();
  let anker = typeof valg.fra === 'number' ? valg.fra : ankerVegg;
  let hoeyeste = anker;
  const naa = () => {
    hoeyeste = Math.max(hoeyeste, Math.floor(anker + (vegg() - ankerVegg) * fart));
    return hoeyeste;
  };
  return {
    naa,
    getFart: () => fart,
    set(nytt) {
      const foer = naa();
      const veggtid = vegg();
      const fra = nytt.fra === 'vegg' ? Math.max(foer, veggtid) : (nytt.fra ?? foer);
      if (fra < foer) throw new RangeError('Klokken kan ikke stilles tilbake.');
      fart = nytt.fart;
      ankerVegg = veggtid;
      anker = fra;
      hoeyeste = fra;
    },
  };
}

/**
 * Reads `ekte`, `frosset`, `frosset:2026-06-01T12:00:00Z` or `x60` (sixty times as fast); undefined for anything else.
 */
export function parseKlokkevalg(tekst: string): Klokkevalg | undefined {
  if (tekst === 'ekte') return { fart: 1, fra: 'vegg' };
  if (tekst === 'frosset') return { fart: 0, fra: undefined };
  const [, tidspunkt] = /^frosset:(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)$/.exec(tekst) ?? [];
  if (tidspunkt !== undefined) {
    const fra = Date.parse(tidspunkt);
    return Number.isNaN(fra) ? undefined : { fart: 0, fra };
  }
  const fart = Number(/^x(\d{1,5})$/.exec(tekst)?.[1]);
  return fart >= 1 && fart <= MAKS_FART ? { fart, fra: undefined } : undefined;
}
