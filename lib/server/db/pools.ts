/**
 * The ways into the database: as `portal`, which may not read the revisjonslogg, as `revisjonsleser`, which may read
 * nothing else, and in the worker as `worker` and `forsegler`. Every wait is bounded, so that a database that is away or slow is an answer within two
 * seconds and never a hanging caseworker (security.md A-01).
 */
import 'server-only';
import { createPool } from '#lib/server/db/pool.ts';
import { getEnv, getWorkerEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';

export const getPortalPool = once('pool.portal', () => createPool(getEnv().DATABASE_PORTAL_URL, { max: 20 }));
export const getLeserPool = once('pool.leser', () => createPool(getEnv().DATABASE_LESER_URL, { max: 4 }));
export const getWorkerPool = once('pool.worker', () =>
  createPool(getWorkerEnv().DATABASE_WORKER_URL, { max: 12 }),
);
/** For sealing, which nobody waits for. */
export const getForseglerPool = once('pool.forsegler', () =>
  createPool(getWorkerEnv().DATABASE_FORSEGLER_URL, { max: 3, withinMs: 60_000 }),
);
