/**
 * The duty that notes on which day each user last did what, a day of the log at a time. The worker cannot read the log;
 * a function of the database gives it this and no more, and how often is not in it.
 */
import 'server-only';
import { z } from 'zod';
import { UBRUKT_DAGER } from '#lib/domain/tilgang/bruk.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

/** From the last day that is noted, which may have been noted before it was over, to today. */
const DAGER = `select dag::date::text as dag from generate_series(
  greatest(coalesce((select max(dag) from portal.sist_brukt), date '-infinity'),
           (now() at time zone 'UTC')::date - $1::int),
  (now() at time zone 'UTC')::date, interval '1 day') as dag`;

/** Notes what has happened since it last ran, at most as far back as somebody asks. */
export async function noteBruk(pool: Pool): Promise<void> {
  for (const { dag } of await query(pool, z.object({ dag: z.iso.date() }), DAGER, [UBRUKT_DAGER]))
    await pool.query('select portal.note_sist_brukt($1)', [dag]);
}
