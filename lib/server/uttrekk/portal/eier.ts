/** Who ordered an uttrekk, with the rights she has now: an order outlives the session it was made in (security.md S-04). */
import 'server-only';
import { z } from 'zod';
import type { Rettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

const Row = Tilgangsrad.extend({ brukernavn: z.string(), enhet: z.string().nullable() });

/** Somebody who orders: in a session of hers, or by a plan without one. */
export type Bestiller = Aktoer & { brukerId: string; rettigheter: Rettigheter };

/** A barred user has no rights. Throws when there is no such user. */
export async function getEier(
  { pool, tilgang }: Pick<Uttrekksdeps, 'pool' | 'tilgang'>,
  brukerId: string,
): Promise<Bestiller> {
  const sql = `select b.brukernavn, ${ENHET} as enhet, ${TILGANGSKOLONNER} from portal.bruker b where b.id = $1`;
  const [row] = await query(pool, Row, sql, [brukerId]);
  if (row === undefined) throw new TypeError('no such user');

  return {
    brukerId,
    brukernavn: row.brukernavn,
    enhet: row.enhet,
    sessionRef: null,
    rettigheter: toGjeldende(row, tilgang),
  };
}
