/** The views of one reader. They say nothing of anybody, so keeping one is no act; using one is a reading like any other. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { Loggfilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { Loggvisninger, type VisningRequest } from '#lib/domain/revisjonslogg/visning.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';

/** Nobody keeps track of more. */
const MAKS_VISNINGER = 50;

const Row = z.object({ id: z.uuid(), navn: z.string(), filter: Loggfilter, versjon: z.int() });

async function listVisninger(pool: Pool, brukerId: string): Promise<Loggvisninger> {
  const sql =
    'select id, navn, filter, versjon from portal.loggvisning where bruker_id = $1 order by navn, id';
  const rader = await query(pool, Row, sql, [brukerId]);

  return { visninger: rader.map(({ id, ...visning }) => ({ visningId: id, ...visning })) };
}

/** What is asked for as one statement, guarded by the user and the version that she saw. */
function toSetning(body: Exclude<VisningRequest, { slag: 'list' }>, brukerId: string): [string, unknown[]] {
  if (body.slag === 'lagre')
    return [
      `insert into portal.loggvisning (bruker_id, navn, filter) select $1, $2, $3
       where (select count(*) from portal.loggvisning where bruker_id = $1) < ${MAKS_VISNINGER}
       on conflict (bruker_id, navn) do nothing`,
      [brukerId, body.navn, body.filter],
    ];
  if (body.slag === 'slett')
    return [
      'delete from portal.loggvisning where bruker_id = $1 and id = $2 and versjon = $3',
      [brukerId, body.visningId, body.versjon],
    ];

  return [
    `update portal.loggvisning v set navn = $4, versjon = versjon + 1 where bruker_id = $1 and id = $2 and versjon = $3
       and not exists (select from portal.loggvisning a where a.bruker_id = $1 and a.navn = $4 and a.id <> $2)`,
    [brukerId, body.visningId, body.versjon, body.navn],
  ];
}

/**
 * Does what is asked and gives all the user's views.
 * Throws KONFLIKT when another window was first, the name is taken, or she has as many as there can be.
 */
export async function changeVisninger(
  pool: Pool,
  brukerId: string,
  body: VisningRequest,
): Promise<Loggvisninger> {
  if (body.slag !== 'list') {
    const { rowCount } = await pool.query(...toSetning(body, brukerId));
    if (rowCount === 0) throw new AppError('KONFLIKT');
  }

  return listVisninger(pool, brukerId);
}

export async function runVisninger({ session, body }: Kall<VisningRequest>): Promise<Egne<Loggvisninger>> {
  return new Egne(Loggvisninger, await changeVisninger(getPortalPool(), session.brukerId, body));
}
