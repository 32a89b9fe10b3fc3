/** What the use cases of access work with. */
import 'server-only';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import { getTilgang } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getPortalPool, getWorkerPool } from '#lib/server/db/pools.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonslogg, getRevisjonsloggOfWorker } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Tilgangsdeps = { pool: Pool; revisjonslogg: Revisjonslogg; tilgang: Tilgang };

/** Those of the portal. */
export const getTilgangsdeps = (): Tilgangsdeps => ({
  pool: getPortalPool(),
  revisjonslogg: getRevisjonslogg(),
  tilgang: getTilgang(),
});

/** Those of the worker's duties. */
export const getTilgangsdepsOfWorker = (): Tilgangsdeps => ({
  pool: getWorkerPool(),
  revisjonslogg: getRevisjonsloggOfWorker(),
  tilgang: getTilgang(),
});
