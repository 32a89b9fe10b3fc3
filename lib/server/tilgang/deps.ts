/** What the use cases of access work with. */
import 'server-only';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { getTilgang } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getPortalPool, getWorkerPool } from '#lib/server/db/pools.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { createRevisjonslogg, type Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Tilgangsdeps = { pool: Pool; revisjonslogg: Revisjonslogg; tilgang: Tilgang };

/** Those of the portal. */
export const getTilgangsdeps = (): Tilgangsdeps => ({
  pool: getPortalPool(),
  revisjonslogg: getRevisjonslogg(),
  tilgang: getTilgang(),
});

/** Those of the worker's duties. */
export function getTilgangsdepsOfWorker(): Tilgangsdeps {
  const pool = getWorkerPool();

  return {
    pool,
    revisjonslogg: createRevisjonslogg(pool, getWorkerEnv().REVISJON_KEY),
    tilgang: getTilgang(),
  };
}
