/** What the use cases of uttrekk work with: in the portal its own pool and log, in the worker's duties the worker's. */
import 'server-only';
import type { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { Feltkrav } from '#lib/domain/uttrekk/find-deler.ts';
import { getFormaalskatalog, getTilgang } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Uttrekksdeps = {
  pool: Pool;
  revisjonslogg: Revisjonslogg;
  formaalskatalog: Formaalskatalog;
  tilgang: Tilgang;
  felter: readonly Feltkrav[];
};

/** Those of the portal. */
export function getUttrekksdeps(): Uttrekksdeps {
  return {
    pool: getPortalPool(),
    revisjonslogg: getRevisjonslogg(),
    formaalskatalog: getFormaalskatalog(),
    tilgang: getTilgang(),
    felter: [],
  };
}
