/**
 * The list of cases: those to review by deadline, those that are concluded newest first. A draw is first its leder's, and
 * stands among those to review when her time is up. Reading it is an act.
 */
import 'server-only';
import { z } from 'zod';
import type { Saksliste } from '#lib/domain/kontroll/sak.ts';
import type { SakslisteRequest } from '#lib/domain/kontroll/sak-request.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { HOS_LEDER } from './bekreftelser.ts';
import { withRad } from './kontroll-logg.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { ER_EGEN, SAKSKOLONNER, Saksradform, toEgen, toSaksrad } from './sak-rad.ts';

const SIDE = 50;

/** What is shown, in which order, and after which position ($5 milliseconds, $6 id). */
const VISNINGER = {
  aapne: {
    vilkaar: `s.utfall is null and not ${HOS_LEDER}`,
    plass: 's.frist',
    etter: '(s.frist, s.id) > (to_timestamp($5::float8 / 1000), $6::uuid)',
    orden: 's.frist, s.id',
  },
  forfalte: {
    vilkaar: 's.utfall is null and s.frist < now()',
    plass: 's.frist',
    etter: '(s.frist, s.id) > (to_timestamp($5::float8 / 1000), $6::uuid)',
    orden: 's.frist, s.id',
  },
  hosLeder: {
    vilkaar: HOS_LEDER,
    plass: 's.frist',
    etter: '(s.frist, s.id) > (to_timestamp($5::float8 / 1000), $6::uuid)',
    orden: 's.frist, s.id',
  },
  avsluttede: {
    vilkaar: 's.utfall is not null',
    plass: 's.avsluttet',
    etter: '(s.avsluttet, s.id) < (to_timestamp($5::float8 / 1000), $6::uuid)',
    orden: 's.avsluttet desc, s.id desc',
  },
} as const;

const Rad = Saksradform.extend({ plass: z.date() });
const Antall = z.object({ antall: z.coerce.number() });

async function loadSaker(
  { pool }: Kontrolldeps,
  session: Session,
  { vis, kilde, regel, etter }: SakslisteRequest,
): Promise<Saksliste> {
  const visning = VISNINGER[vis];
  const [ms = null, id = null] = etter?.split('_') ?? [];
  const rader = await query(
    pool,
    Rad,
    `select ${SAKSKOLONNER}, ${visning.plass} as plass from kontroll.sak s
     where ${visning.vilkaar} and not ${ER_EGEN}
       and ($3::text is null or s.kilde = $3)
       and ($4::text is null or exists (select from kontroll.treff t where t.sak_id = s.id and t.regel = $4))
       and ($5::float8 is null or ${visning.etter})
     order by ${visning.orden} limit ${SIDE + 1}`,
    [...toEgen(session), kilde, regel, ms, id],
  );
  const [egne] = await query(
    pool,
    Antall,
    `select count(*) as antall from kontroll.sak s where s.utfall is null and ${ER_EGEN}`,
    toEgen(session),
  );
  const vist = rader.slice(0, SIDE);
  const siste = vist.at(-1);
  const neste = rader.length > SIDE && siste ? `${siste.plass.getTime()}_${siste.id}` : null;

  return { saker: vist.map(toSaksrad), neste, egne: egne?.antall ?? 0 };
}

/** How many cases are open for this reviewer: those of the list, all pages together. */
export async function countAapneSaker(pool: Pool, session: Session): Promise<number> {
  const sql = `select count(*) as antall from kontroll.sak s where ${VISNINGER.aapne.vilkaar} and not ${ER_EGEN}`;
  const [rad] = await query(pool, Antall, sql, toEgen(session));

  return rad?.antall ?? 0;
}

/** One page of the list. Throws REVISJONSLOGG_UTILGJENGELIG. */
export function listSaker(
  deps: Kontrolldeps,
  { session, body }: Kall<SakslisteRequest>,
): Promise<Disclosed<Saksliste>> {
  const rad = { handling: 'KONTROLL_LISTE', sakId: null, utfall: 'vist', kriterier: body } as const;

  return withRad(deps.revisjonslogg, session, rad, () => loadSaker(deps, session, body));
}
