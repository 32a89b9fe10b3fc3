/**
 * How many bulk calls this worker makes at once: twice as many for each round as long as the register has shown no
 * strain, then one more for each round that goes well, and half as many when the register says that it is too much or
 * takes much longer than it can (security.md section 8.1). Kept in memory on purpose: a worker that starts anew starts
 * carefully.
 */
import 'server-only';

export type Samtidighet = {
  /** Whether there is room for one more. */
  hasPlass: () => boolean;
  /** Begins a call; the returned function ends it, once. */
  start: () => (utfall: 'ok' | 'overlast' | 'annet') => void;
  /** Calls under way. */
  count: () => number;
  /** The most there may be now. */
  getGrense: () => number;
};

/** A call that takes this many times the best of late is a queue at the register. */
const TREG_FAKTOR = 4;
/** A call that takes this many times the best of late is the first sign of one. */
const STRAM_FAKTOR = 2;
/** The best of late fades, so that a register that has become slower for good is not starved. */
const GLEMSEL = 1.02;

/** @param naa milliseconds */
export function createSamtidighet(
  { start, mest }: { start: number; mest: number },
  naa: () => number,
): Samtidighet {
  let grense = start;
  let underveis = 0;
  let besteMs = Number.POSITIVE_INFINITY;
  /** No sign of strain yet: every call that goes well gives room for one more. */
  let erUproevd = true;
  /** Calls that began before the limit was lowered say nothing of the new one. */
  let senket = Number.NEGATIVE_INFINITY;

  function lower(begynte: number): void {
    if (begynte < senket) return;
    grense = Math.max(1, grense / 2);
    senket = naa();
  }

  return {
    hasPlass: () => underveis < Math.floor(grense),
    count: () => underveis,
    getGrense: () => Math.floor(grense),
    start() {
      const begynte = naa();
      underveis += 1;
      return (utfall) => {
        underveis -= 1;
        if (utfall === 'annet') return;
        const ms = naa() - begynte;
        if (utfall === 'overlast' || ms > besteMs * STRAM_FAKTOR) erUproevd = false;
        if (utfall === 'overlast' || ms > besteMs * TREG_FAKTOR) lower(begynte);
        else grense = Math.min(mest, grense + (erUproevd ? 1 : 1 / Math.floor(grense)));
        if (utfall === 'ok') besteMs = Math.min(ms, besteMs * GLEMSEL);
      };
    },
  };
}
