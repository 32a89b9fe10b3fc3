/**
 * What the database must promise before anybody is served (security.md, L-07): that a commit is on disk, that
 * the portal's role can only add to the revisjonslogg, and that it is the time that we think it is.
 */
import 'server-only';
import { z } from 'zod';
import type { Pool } from '#lib/server/db/pool.ts';

/** How far our clock and the database's may be apart. The log has the database's time, sign-in and grants have both. */
const SKEW_MS = 60_000;

const Garantier = z.object({
  synkron: z.boolean(),
  lese: z.boolean(),
  endre: z.boolean(),
  fri: z.boolean(),
  klokke: z.date(),
});

const GARANTIER = `select
  current_setting('synchronous_commit') not in ('off', 'local') and current_setting('fsync') = 'on' as synkron,
  bool_or(has_any_column_privilege(oid, 'select')) as lese,
  bool_or(has_any_column_privilege(oid, 'update') or has_table_privilege(oid, 'delete, truncate')) as endre,
  (select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user) as fri,
  clock_timestamp() as klokke
  from pg_class where relkind in ('r', 'p') and relnamespace = 'revisjonslogg'::regnamespace`;

/**
 * Throws an Error whose message names every promise that does not hold.
 * @param pool of role `portal`
 * @param now our own time
 */
export async function checkGarantier(pool: Pool, now: () => number): Promise<void> {
  const { rows } = await pool.query(GARANTIER);
  const { synkron, lese, endre, fri, klokke } = Garantier.parse(rows[0]);
  const brudd = [
    ...(synkron ? [] : ['a commit may be lost: synchronous_commit and fsync must be on']),
    ...(lese ? ['the role of the portal may read the revisjonslogg'] : []),
    ...(endre ? ['the role of the portal may change the revisjonslogg'] : []),
    ...(fri ? ['the role of the portal may make roles or go past what is granted'] : []),
    ...(Math.abs(klokke.getTime() - now()) > SKEW_MS ? ['our clock and the database’s are apart'] : []),
  ];
  if (brudd.length > 0) throw new Error(`The database does not promise enough: ${brudd.join('; ')}`);
}
