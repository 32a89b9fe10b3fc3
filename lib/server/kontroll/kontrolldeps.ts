/** What kontroll works with: the worker's duty reads the log and writes cases, the portal shows them and takes verdicts. */
import 'server-only';
import type { Kontrollvalg } from '#lib/domain/kontroll/kontrollvalg.ts';
import { getKontrollvalg } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getForseglerPool, getLeserPool, getPortalPool, getWorkerPool } from '#lib/server/db/pools.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonsnoekler, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

/** `logg` may read the revisjonslogg and not touch cases; `pool` may write cases and not read the log. */
export type Kontrolljobb = { logg: Pool; pool: Pool; valg: Kontrollvalg; noekler: Revisjonsnoekler };

/** `leser` may read the revisjonslogg; `pool` is the portal's own. */
export type Kontrolldeps = {
  pool: Pool;
  leser: Pool;
  revisjonslogg: Revisjonslogg;
  noekler: Revisjonsnoekler;
};

export const getKontrolljobb = (): Kontrolljobb => ({
  logg: getForseglerPool(),
  pool: getWorkerPool(),
  valg: getKontrollvalg(),
  noekler: getRevisjonsnoekler(),
});

export const getKontrolldeps = (): Kontrolldeps => ({
  pool: getPortalPool(),
  leser: getLeserPool(),
  revisjonslogg: getRevisjonslogg(),
  noekler: getRevisjonsnoekler(),
});
