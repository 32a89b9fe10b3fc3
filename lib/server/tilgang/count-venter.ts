/** How many rights wait for this user's answer: as the second person, and in the rounds. By the rules of the answers. */
import 'server-only';
import { z } from 'zod';
import { canSvare } from '#lib/domain/tilgang/decide-gjennomgang.ts';
import { kreverBekreftelse, RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { ENHET } from '#lib/server/session/rettigheter.ts';
import type { Session } from '#lib/server/session/session-store.ts';

const Navn = z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn));

/** Given by somebody else to somebody else, not ended, and not confirmed yet. */
export async function countBekreftelser(pool: Pool, { brukerId }: Session): Promise<number> {
  const rader = await query(
    pool,
    z.object({ rettighet: Navn }),
    `select rettighet from portal.tildeling
     where trukket is null and bekreftet is null and til > now() and $1 not in (gitt_av, bruker_id)`,
    [brukerId],
  );

  return rader.filter(({ rettighet }) => kreverBekreftelse(rettighet)).length;
}

const Linje = z.object({ bruker_id: z.uuid(), enhet: z.string().nullable(), rettighet: Navn });

/** Unanswered lines of the rounds that are open. */
export async function countGjennomgang(
  pool: Pool,
  { brukerId, enhet, rettigheter: { roller } }: Session,
): Promise<number> {
  const linjer = await query(
    pool,
    Linje,
    `select l.bruker_id, ${ENHET} as enhet, l.rettighet
     from portal.gjennomgang g join portal.gjennomgangslinje l on l.gjennomgang_id = g.id
       join portal.bruker b on b.id = l.bruker_id
     where g.avsluttet is null and g.frist > now() and l.svar is null`,
  );
  const svarer = { brukerId, roller, enhet };

  return linjer.filter(({ bruker_id, ...linje }) => canSvare(svarer, { brukerId: bruker_id, ...linje }))
    .length;
}
