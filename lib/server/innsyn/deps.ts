/** What innsyn works with: the log as its reader, the portal's own tables, and the membership files of uttrekk. */
import 'server-only';
import type { Formaalskatalog } from '#lib/domain/formaal/formaal.ts';
import { getFormaalskatalog } from '#lib/server/config.ts';
import type { Pool } from '#lib/server/db/pool.ts';
import { getLeserPool, getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import type { Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { getRevisjonsnoekler, type Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';

export type Innsynsdeps = {
  /** Of role `revisjonsleser`. */
  leser: Pool;
  /** Of role `portal`. */
  pool: Pool;
  revisjonslogg: Revisjonslogg;
  noekler: Revisjonsnoekler;
  filKey: string;
  filMappe: string;
  formaalskatalog: Formaalskatalog;
  /** Seals what an answer was an answer to (OPPSLAG_KEY). */
  svarKey: string;
};

export function getInnsynsdeps(): Innsynsdeps {
  const { FIL_KEY, FIL_MAPPE, OPPSLAG_KEY } = getEnv();

  return {
    leser: getLeserPool(),
    pool: getPortalPool(),
    revisjonslogg: getRevisjonslogg(),
    noekler: getRevisjonsnoekler(),
    filKey: FIL_KEY,
    filMappe: FIL_MAPPE,
    formaalskatalog: getFormaalskatalog(),
    svarKey: OPPSLAG_KEY,
  };
}
