/**
 * What must hold before the portal serves anybody, and what it does at intervals. The portal refuses to be ready when
 * the revisjonslogg could be changed by its own role, when a commit would not be on disk, or when the log is older than
 * what was sealed of it (security.md ).
 */
import 'server-only';
import { z } from 'zod';
import { getFormaalskatalog, getTilgang } from '#lib/server/config.ts';
import { getLeserPool, getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import { log } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import { mustMatchVitne } from '#lib/server/revisjonslogg/forsegling/must-match-vitne.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { getSessionStore } from '#lib/server/session.ts';
import { getSoekStore } from '#lib/server/soek/get-soek-store.ts';

const TICK_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const Guarantees = z.object({
  synkron: z.literal(true),
  lese: z.literal(false),
  endre: z.literal(false),
  rolle: z.literal(true),
});

const GUARANTEES = `select
  current_setting('synchronous_commit') not in ('off', 'local') and current_setting('fsync') = 'on' as synkron,
  bool_or(has_any_column_privilege(oid, 'select')) as lese,
  bool_or(has_any_column_privilege(oid, 'update') or has_table_privilege(oid, 'delete, truncate')) as endre,
  not (select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user) as rolle
  from pg_class where relkind in ('r', 'p') and relnamespace = 'revisjonslogg'::regnamespace`;

/** Throws when a setting is missing or malformed, the database is away, or a guarantee of the log does not hold. */
export async function checkReady(): Promise<void> {
  const { VITNE_MAPPE, FORSEGLING_OFFENTLIG } = getEnv();
  getTilgang();
  getFormaalskatalog();
  getFregClient();
  const result = await getPortalPool().query(GUARANTEES);
  Guarantees.parse(result.rows[0]);
  await getLeserPool()
    .query('select 1 from revisjonslogg.rad limit 1')
    .then(() => undefined);
  await mustMatchVitne(getLeserPool(), VITNE_MAPPE, FORSEGLING_OFFENTLIG);
}

async function tick(since: Date): Promise<void> {
  const antall = await getRevisjonslogg().markUavklarte(since);
  if (antall > 0) log.warn('revisjonslogg.uavklart', { antall });
  await getOppslagStore().removeExpired();
  await getSoekStore().removeExpired();
  await getSessionStore().removeEnded();
}

function runTick(since: Date): void {
  tick(since).catch((error: unknown) => log.error('portal.tick-failed', { error }));
}

/** Starts the portal's own upkeep, once per process: at once over the whole log, then every 30 s over the last day. */
export const startUpkeep = once('upkeep', () => {
  runTick(new Date(0));

  return setInterval(() => runTick(new Date(Date.now() - DAY_MS)), TICK_MS).unref();
});
