/**
 * What the engine is given from outside: database, log of acts, register, keys, folder, clock of its waits and chance.
 * Nothing of an uttrekk lives in it: a worker that dies takes only time with it (docs/adr/0015-delen-er-en-rad.md).
 */
import 'server-only';
import { ZodError } from 'zod';
import type { AvFaa } from '#lib/domain/uttrekk/grenser.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import type { FregClient } from '#lib/server/freg/create-freg-client.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Signeringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';

/** Milliseconds, unless something else is said. */
export type Motorvalg = {
  /** How long a lease holds without a sign of life; another worker takes over after it. */
  leieMs: number;
  /** How often to look for work when nobody has called. */
  titteMs: number;
  /** First wait for a batch that is not ready; then from `minst` doubled to `mest` (security.md R-08). */
  poll: { foersteMs: number; minstMs: number; mestMs: number };
  /** Until a visit looks again for a place at the register, or for chunks that nobody told it had ended. */
  ventPaaAndreMs: number;
  /** How long the register may take to give the next batch. */
  fristMs: number;
  /** Between two tries at the same call, doubled for each (security.md R-02). */
  nyttForsoek: { minstMs: number; mestMs: number };
  /** Tries at one chunk before the uttrekk is set on pause. */
  maksForsoek: number;
  /** Tries at one chunk whose answer left somebody out, before they are counted as not delivered. */
  maksUteblitt: number;
  /** Bulk calls at once from this worker: where it starts, and the most. */
  samtidige: { start: number; mest: number };
  /** Calls a minute of all workers together (security.md R-06). */
  kallPerMinutt: number;
  /** Days until the files of a finished uttrekk are deleted. */
  levetidDager: number;
  /** Hours until then once everybody who may has downloaded them all: the virksomhet's own setting. 0 for no sooner. */
  slettTimer: number;
  /** Identifiers in one chunk. */
  delstoerrelse: number;
  /** What becomes of a result of few persons: the virksomhet's own setting. */
  avFaa: AvFaa;
};

/** security.md section 8.1 and R-06; 48 000 is 80 % of what the register takes from one address in a minute. */
export const MOTORVALG: Motorvalg = {
  leieMs: 30_000,
  titteMs: 1_000,
  poll: { foersteMs: 1_000, minstMs: 5_000, mestMs: 60_000 },
  ventPaaAndreMs: 500,
  fristMs: 24 * 60 * 60_000,
  nyttForsoek: { minstMs: 1_000, mestMs: 60_000 },
  maksForsoek: 8,
  maksUteblitt: 3,
  samtidige: { start: 4, mest: 16 },
  kallPerMinutt: 48_000,
  levetidDager: 7,
  slettTimer: 72,
  delstoerrelse: 1_000,
  avFaa: 'begrunn',
};

export type Motordeps = {
  /** Role `worker`. */
  pool: Pool;
  revisjonslogg: Revisjonslogg;
  freg: FregClient;
  filKey: string;
  filMappe: string;
  /** Signs the manifest of each file. */
  manifestnoekkel: Signeringsnoekkel;
  valg: Motorvalg;
  /** Uniform in [0, 1), as Math.random. */
  random: () => number;
};

/** Wait before try number `forsoek` + 1: doubled for each, with half of it left to chance so that workers spread. */
export function createVentMs(
  { minstMs, mestMs }: { minstMs: number; mestMs: number },
  forsoek: number,
  random: () => number,
): number {
  const fullt = Math.min(mestMs, minstMs * 2 ** Math.min(forsoek, 20));

  return Math.round(fullt / 2 + (fullt / 2) * random());
}

/** Whether trying again gives the same fault: ours, and not the database's, the disk's or the register's. */
export function isEgenFeil(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    error instanceof ZodError
  );
}
