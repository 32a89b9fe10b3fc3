/**
 * How many calls one address may make in a minute; what comes above is told how long to wait.
 * Source: freg-contract.md section 1.5 (60 000 a minute per IP in production, 1200 in test) and section 1.3 (429 with
 * Retry-After in milliseconds, which some clients read as seconds). Assumption: a minute is a fixed one by the clock on
 * the wall, and refused calls count.
 */
import { toForMange } from './feilsvar.ts';
import type { Svar } from './svar.ts';

/** `perMinutt` 0 is no limit. `enhet` is what Retry-After counts. */
export type Grensevalg = { perMinutt: number; enhet: 'ms' | 's' };

/** Counts the call; the answer that it gets instead of its own when the address has used its minute up. */
export type Kallgrense = (adresse: string) => Svar | undefined;

const MINUTT = 60_000;

/** `naa` is the machine's clock in ms: the limit protects the machine, whatever time it is among the people. */
export function createKallgrense({ perMinutt, enhet }: Grensevalg, naa: () => number): Kallgrense {
  if (perMinutt === 0) return () => undefined;
  const teller = new Map<string, number>();
  let slutt = 0;
  return (adresse) => {
    const tid = naa();
    if (tid >= slutt) {
      teller.clear();
      slutt = tid - (tid % MINUTT) + MINUTT;
    }
    const antall = (teller.get(adresse) ?? 0) + 1;
    teller.set(adresse, antall);
    if (antall <= perMinutt) return undefined;
    return toForMange(enhet === 'ms' ? slutt - tid : Math.ceil((slutt - tid) / 1_000));
  };
}
