/**
 * D-03: somebody was looked at in a session from a kind of browser that the employee has not signed in with before, on its
 * first day. A new machine is no fault: the signal is weak, told once for each session, and needs another beside it.
 */
import { isVist, SAKSINNSYN, type Spor } from '../spor.ts';
import type { Regel } from './regel.ts';

/** How far back her sign-ins go, and how many of them there must be before one can be unusual. */
export const NETTLESER_DAGER = 90;
const MINST_INNLOGGINGER = 5;

const isInnsyn = (spor: Spor): boolean => isVist(spor) && SAKSINNSYN.includes(spor.handling);

export const nyNettleser: Regel = {
  id: 'nyNettleser',
  versjon: 1,
  alltid: false,
  find({ nye, alle, innlogginger }) {
    const iPerioden = new Set(nye);
    const innsyn = alle.filter(isInnsyn);
    return innlogginger
      .filter(({ kjent, tidligere }) => !kjent && tidligere >= MINST_INNLOGGINGER)
      .flatMap(({ oekt, nettleser, system, tidligere }) => {
        const spor = innsyn.find((ett) => ett.oekt === oekt);
        return spor !== undefined && iPerioden.has(spor)
          ? [{ spor, verdier: { nettleser, system, innlogginger: tidligere, dager: NETTLESER_DAGER } }]
          : [];
      });
  },
};
