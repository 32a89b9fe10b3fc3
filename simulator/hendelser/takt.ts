/**
 * How often something happens by chance: stretches of time with evenly spread places, one for each hendelse. The
 * first stretch is what lies in the feed at start; a new rate begins a new one.
 */

export type Takt = {
  /** When the next place is, in milliseconds; Infinity when there is none. */
  getNeste(): number;
  /** Takes as many places as an act had hendelser. */
  take(antall: number): void;
  /** From `fra` on so many a minute of the simulator's clock. What is due before `fra` must have been taken. */
  setPerMinutt(perMinutt: number, fra: number): void;
  getPerMinutt(): number;
};

/** `vedStart` hendelser evenly from `fra` to `start`, then `perMinutt`. */
export function createTakt(fra: number, start: number, vedStart: number, perMinutt: number): Takt {
  let anker = fra;
  let avstand = vedStart > 0 ? (start - fra) / vedStart : Number.POSITIVE_INFINITY;
  let takt = perMinutt;
  let gjenstaar = vedStart;
  let tatt = 0;
  const begin = (nyTakt: number, fraNaa: number) => {
    takt = nyTakt;
    anker = fraNaa;
    avstand = nyTakt > 0 ? 60_000 / nyTakt : Number.POSITIVE_INFINITY;
    gjenstaar = Number.POSITIVE_INFINITY;
    tatt = 0;
  };
  if (gjenstaar === 0) begin(perMinutt, start);
  return {
    getNeste: () => anker + (tatt + 1) * avstand,
    getPerMinutt: () => takt,
    take(antall) {
      tatt += antall;
      gjenstaar -= antall;
      if (gjenstaar <= 0) begin(takt, start);
    },
    setPerMinutt: begin,
  };
}
