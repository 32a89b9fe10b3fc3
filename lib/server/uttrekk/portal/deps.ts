/** What the use cases of uttrekk work with: in the portal its own pool and log, in the worker's duties the worker's. */
import 'server-only';
import type { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { AvFaa } from '#lib/domain/uttrekk/grenser.ts';
import { getFormaalskatalog, getTilgang } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getPortalPool, getWorkerPool } from '#lib/server/db/pools.ts';
import { getFellesEnv } from '#lib/server/env.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonslogg, getRevisjonsloggOfWorker } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Uttrekksdeps = {
  pool: Pool;
  revisjonslogg: Revisjonslogg;
  formaalskatalog: Formaalskatalog;
  tilgang: Tilgang;
  avFaa: AvFaa;
};

const compose = (pool: Pool, revisjonslogg: Revisjonslogg): Uttrekksdeps => ({
  pool,
  revisjonslogg,
  formaalskatalog: getFormaalskatalog(),
  tilgang: getTilgang(),
  avFaa: getFellesEnv().UTTREKK_AV_FAA,
});

/** Those of the portal. */
export function getUttrekksdeps(): Uttrekksdeps {
  return compose(getPortalPool(), getRevisjonslogg());
}

/** Those of the worker's duties. */
export function getUttrekksdepsOfWorker(): Uttrekksdeps {
  return compose(getWorkerPool(), getRevisjonsloggOfWorker());
}
