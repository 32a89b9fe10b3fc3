/**
 * How far our clock and the database's are apart (security.md A-21). Rule: the way there and back is subtracted, so that a
 * slow database is not taken for a clock that is wrong: what is told is what they are apart at least.
 */
import 'server-only';
import { z } from 'zod';
import { type Database, query } from '#lib/server/db/pool.ts';

const Naa = z.object({ naa: z.date() });

/** All in milliseconds: our time before the question and after the answer, and the database's between them. */
export function toAvvik(foer: number, databasens: number, etter: number): number {
  return Math.max(0, Math.round(foer - databasens), Math.round(databasens - etter));
}

/** @param now our own time */
export async function readKlokkeavvik(database: Database, now: () => number): Promise<number> {
  const foer = now();
  const [svar] = await query(database, Naa, 'select clock_timestamp() as naa');
  const etter = now();

  return toAvvik(foer, Naa.parse(svar).naa.getTime(), etter);
}
