/**
 * The employee's side: what she is asked to explain, and her answer. Only her own, by the id of her session; the question
 * is opened and answered as acts of hers.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import type { Forklaringsrad, Forklaringssak } from '#lib/domain/kontroll/sak.ts';
import type { SvarRequest } from '#lib/domain/kontroll/sak-request.ts';
import { query, transact } from '#lib/server/db/pool.ts';
import { getPortalPool } from '#lib/server/db/pools.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { openKonvolutt, sealKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { findCurrentSession } from '#lib/server/session.ts';
import { withRad } from './kontroll-logg.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { parseSakId } from './sak-rad.ts';

const Rad = z.object({ id: z.uuid(), tidspunkt: z.date(), handling: z.string(), frist: z.date() });

/** What a user has not answered yet, the most urgent first: times and acts of her own, and nothing of anybody. */
export async function listUbesvarte(pool: Kontrolldeps['pool'], brukerId: string): Promise<Forklaringsrad[]> {
  const rader = await query(
    pool,
    Rad,
    `select s.id, s.tidspunkt, s.handling, f.frist from kontroll.forklaring f join kontroll.sak s on s.id = f.sak_id
     where f.bruker_id = $1 and f.svar is null and s.utfall is null order by f.frist, s.id limit 20`,
    [brukerId],
  );

  return rader.map(({ id, tidspunkt, handling, frist }) => ({
    sakId: id,
    tidspunkt: tidspunkt.toISOString(),
    handling,
    frist: frist.toISOString(),
  }));
}

/** For the banner: what the user of this request has not answered. */
export async function listMineUbesvarte(): Promise<Forklaringsrad[]> {
  const session = await findCurrentSession();

  return session ? listUbesvarte(getPortalPool(), session.brukerId) : [];
}

const Sak = Rad.extend({
  rad_id: z.uuid(),
  spoersmaal: z.instanceof(Buffer),
  svar: z.instanceof(Buffer).nullable(),
});
const Grunn = z.object({ formaal: z.string().nullable(), saksreferanse: z.string().nullable() });

/** Throws IKKE_FUNNET for what nobody has asked her. */
async function loadForklaring(
  { pool, leser, noekler }: Kontrolldeps,
  { brukerId }: Session,
  sakId: string,
): Promise<Forklaringssak> {
  const [rad] = await query(
    pool,
    Sak,
    `select s.id, s.tidspunkt, s.handling, s.rad_id, f.frist, f.spoersmaal, f.svar
     from kontroll.forklaring f join kontroll.sak s on s.id = f.sak_id where f.sak_id = $1 and f.bruker_id = $2`,
    [sakId, brukerId],
  );
  if (!rad) throw new AppError('IKKE_FUNNET');
  const [grunn] = await query(
    leser,
    Grunn,
    `select formaal, saksreferanse from revisjonslogg.rad
     where tidspunkt >= $1 and tidspunkt < $1::timestamptz + interval '1 second' and rad_id = $2`,
    [rad.tidspunkt, rad.rad_id],
  );

  return {
    sakId: rad.id,
    tidspunkt: rad.tidspunkt.toISOString(),
    handling: rad.handling,
    formaal: grunn?.formaal ?? null,
    saksreferanse: grunn?.saksreferanse ?? null,
    spoersmaal: openKonvolutt(noekler, rad.id, rad.spoersmaal),
    frist: rad.frist.toISOString(),
    svar: rad.svar && openKonvolutt(noekler, rad.id, rad.svar),
  };
}

/** Shows the question. Throws IKKE_FUNNET. */
export async function openForklaring(
  deps: Kontrolldeps,
  { session, params }: Kall<undefined>,
): Promise<Disclosed<Forklaringssak>> {
  const sakId = parseSakId(params.sakId);
  const rad = { handling: 'KONTROLL_FORKLARING', sakId, utfall: 'vist' } as const;

  return withRad(deps.revisjonslogg, session, rad, () => loadForklaring(deps, session, sakId));
}

/** Takes her answer, once. Throws IKKE_FUNNET, and KONFLIKT when it is answered or the case is concluded. */
export async function answerForklaring(
  deps: Kontrolldeps,
  { session, params, body }: Kall<SvarRequest>,
): Promise<Disclosed<Forklaringssak>> {
  const { sakId } = await loadForklaring(deps, session, parseSakId(params.sakId));
  const rad = { handling: 'KONTROLL_FORKLARING', sakId, utfall: 'besvart', kriterier: body } as const;

  return withRad(deps.revisjonslogg, session, rad, async () => {
    await transact(deps.pool, async (tx) => {
      const flyttet = await tx.query(
        `update kontroll.sak set versjon = versjon + 1, tilstand = 'forklart'
         where id = $1 and tilstand = 'venterForklaring'`,
        [sakId],
      );
      const svart = await tx.query(
        `update kontroll.forklaring set svar = $3, besvart = now()
         where sak_id = $1 and bruker_id = $2 and svar is null`,
        [sakId, session.brukerId, sealKonvolutt(deps.noekler[0], sakId, body.svar)],
      );
      if (flyttet.rowCount !== 1 || svart.rowCount !== 1) throw new AppError('KONFLIKT');
    });

    return loadForklaring(deps, session, sakId);
  });
}
