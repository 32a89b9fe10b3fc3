/**
 * Retries are at most a tenth of the calls of the last minute, plus a few so that a quiet office has some: in a storm
 * the client must not be the one that keeps the register down (security.md R-02).
 */
import 'server-only';
import { createVindu } from './sliding-window.ts';

const VINDU_SEKUNDER = 60;
const ANDEL = 0.1;
export const RESERVE = 10;

export type RetryBudget = {
  addCall: () => void;
  /** Whether one more retry fits; when it does, it is counted. */
  startRetry: () => boolean;
};

/** @param naa milliseconds. */
export function createRetryBudget(naa: () => number): RetryBudget {
  const vindu = createVindu<'kall' | 'nytt'>(VINDU_SEKUNDER, naa);
  return {
    addCall: () => vindu.add('kall'),
    startRetry() {
      if (vindu.count('nytt') + 1 > RESERVE + vindu.count('kall') * ANDEL) return false;
      vindu.add('nytt');
      return true;
    },
  };
}
