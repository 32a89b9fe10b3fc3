/** Who ordered an uttrekk, with the rights she has now: an order outlives the session it was made in (security.md S-04). */
import 'server-only';
import { z } from 'zod';
import { type Rettigheter, toRettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

const Row = z.object({
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  grupper: z.array(z.string()),
  sperret: z.boolean(),
});

/** Somebody who orders: in a session of hers, or by a plan without one. */
export type Bestiller = Aktoer & { brukerId: string; rettigheter: Rettigheter };

/** A barred user has no rights. Throws when there is no such user. */
export async function getEier({ pool, tilgang }: Uttrekksdeps, brukerId: string): Promise<Bestiller> {
  const sql =
    'select brukernavn, enhet, grupper, sperret is not null as sperret from portal.bruker where id = $1';
  const [row] = await query(pool, Row, sql, [brukerId]);
  const { brukernavn, enhet, grupper, sperret } = Row.parse(row);

  return {
    brukerId,
    brukernavn,
    enhet,
    sessionRef: null,
    rettigheter: toRettigheter(sperret ? [] : grupper, tilgang),
  };
}
