/**
 * The leder's side of the weekly draw (security.md D-07). She has the open draws of her own unit and none of her own acts,
 * in the query and in the statement that takes her answer; unanswered, a draw is the personvernombud's after its time.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { type Enhetskontroll, type Enhetssak, LEDERFRIST_DAGER } from '#lib/domain/kontroll/bekreftelse.ts';
import type { BekreftelseRequest } from '#lib/domain/kontroll/sak-request.ts';
import { type Database, type Pool, query, transact } from '#lib/server/db/pool.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { sealKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { withRad } from './kontroll-logg.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { ER_EGEN, NAVN, parseSakId, toEgen } from './sak-rad.ts';

const MAKS = 100;

const LEDERFRIST = `s.opprettet + interval '${LEDERFRIST_DAGER} days'`;
/** True in SQL for a draw that waits for a leder's answer and nobody else's. */
export const HOS_LEDER = `(s.kilde = 'stikkproeve' and s.enhet is not null and s.tilstand = 'ny' and s.versjon = 1
  and now() < ${LEDERFRIST})`;
/** A draw `s` that the leder of unit $3 may answer, never of her own acts ($1, $2), and once. */
const KAN_BEKREFTES = `s.kilde = 'stikkproeve' and s.enhet = $3 and s.tilstand = 'ny' and not ${ER_EGEN}
  and not exists (select from kontroll.vurdering v where v.sak_id = s.id and v.utfall = 'ikkeBekreftet')`;

const Rad = z.object({
  id: z.uuid(),
  versjon: z.number(),
  rad_id: z.uuid(),
  tidspunkt: z.date(),
  lederfrist: z.date(),
  forfalt: z.boolean(),
  bruker: z.string(),
  navn: z.string().nullable(),
  handling: z.string(),
});
const Grunn = z.object({
  rad_id: z.uuid(),
  formaal: z.string().nullable(),
  saksreferanse: z.string().nullable(),
});
type Grunner = ReadonlyMap<string, z.infer<typeof Grunn>>;

/** What the log says of why, by row. A row is in its month, so the times are given too. */
async function findGrunner({ leser }: Kontrolldeps, saker: readonly z.infer<typeof Rad>[]): Promise<Grunner> {
  const tider = saker.map(({ tidspunkt }) => tidspunkt.getTime());
  if (tider.length === 0) return new Map();
  const rader = await query(
    leser,
    Grunn,
    `select rad_id, formaal, saksreferanse from revisjonslogg.rad
     where tidspunkt >= $1 and tidspunkt < $2::timestamptz + interval '1 second' and rad_id = any($3)`,
    [new Date(Math.min(...tider)), new Date(Math.max(...tider)), saker.map(({ rad_id }) => rad_id)],
  );

  return new Map(rader.map((rad) => [rad.rad_id, rad]));
}

function toEnhetssak(rad: z.infer<typeof Rad>, grunner: Grunner): Enhetssak {
  const {
    id: sakId,
    versjon,
    tidspunkt,
    lederfrist,
    forfalt: gaattVidere,
    bruker,
    navn,
    handling,
    rad_id,
  } = rad;
  const grunn = grunner.get(rad_id);
  const [formaal, saksreferanse] = [grunn?.formaal ?? null, grunn?.saksreferanse ?? null];
  const tider = { tidspunkt: tidspunkt.toISOString(), frist: lederfrist.toISOString() };

  return { sakId, versjon, ...tider, gaattVidere, bruker, navn, handling, formaal, saksreferanse };
}

async function loadEnhet(deps: Kontrolldeps, session: Session): Promise<Enhetskontroll> {
  const { enhet } = session;
  const rader = await query(
    deps.pool,
    Rad,
    `select s.id, s.versjon, s.rad_id, s.tidspunkt, s.bruker, ${NAVN}, s.handling, ${LEDERFRIST} as lederfrist,
       now() >= ${LEDERFRIST} as forfalt
     from kontroll.sak s where ${KAN_BEKREFTES} order by s.frist, s.tidspunkt, s.id limit ${MAKS}`,
    [...toEgen(session), enhet],
  );
  const grunner = await findGrunner(deps, rader);

  return { enhet, saker: rader.map((rad) => toEnhetssak(rad, grunner)) };
}

/** How many draws wait for her. */
export async function countEnhetssaker(pool: Pool, session: Session): Promise<number> {
  const sql = `select count(*) as antall from kontroll.sak s where ${KAN_BEKREFTES}`;
  const [rad] = await query(pool, z.object({ antall: z.coerce.number() }), sql, [
    ...toEgen(session),
    session.enhet,
  ]);

  return rad?.antall ?? 0;
}

/** What waits for the leder. Throws REVISJONSLOGG_UTILGJENGELIG. */
export function listEnhetssaker(
  deps: Kontrolldeps,
  { session }: Kall<undefined>,
): Promise<Disclosed<Enhetskontroll>> {
  const kriterier = { enhet: session.enhet };
  const rad = { handling: 'KONTROLL_LISTE', sakId: null, utfall: 'vist', kriterier } as const;

  return withRad(deps.revisjonslogg, session, rad, () => loadEnhet(deps, session));
}

const ANSWER = `update kontroll.sak s set versjon = s.versjon + 1,
    tilstand = case when $6 then 'avsluttet' else s.tilstand end,
    utfall = case when $6 then 'iOrden' end,
    avsluttet = case when $6 then date_trunc('milliseconds', now()) end
  where s.id = $4 and s.versjon = $5 and ${KAN_BEKREFTES}`;

/** Takes the answer. Throws KONFLIKT when somebody was there first. */
async function answer(
  tx: Database,
  { noekler: [noekkel] }: Kontrolldeps,
  session: Session,
  sakId: string,
  body: BekreftelseRequest,
): Promise<void> {
  const { svar, versjon } = body;
  const flyttet = await tx.query(ANSWER, [
    ...toEgen(session),
    session.enhet,
    sakId,
    versjon,
    svar === 'bekreftet',
  ]);
  if (flyttet.rowCount !== 1) throw new AppError('KONFLIKT');
  const notat = body.svar === 'ikkeBekreftet' ? body.notat : '';
  await tx.query(
    'insert into kontroll.vurdering (sak_id, nummer, av, av_navn, utfall, notat) values ($1, $2, $3, $4, $5, $6)',
    [sakId, versjon, session.brukerId, session.navn, svar, sealKonvolutt(noekkel, sakId, notat)],
  );
}

/** Throws IKKE_FUNNET for what is not of her unit, not drawn, or her own act. */
async function mustBeHers(
  { pool }: Kontrolldeps,
  session: Session,
  sakId: string | undefined,
): Promise<string> {
  const [sak] = await query(
    pool,
    z.object({ id: z.uuid() }),
    `select s.id from kontroll.sak s where s.id = $4 and s.kilde = 'stikkproeve' and s.enhet = $3 and not ${ER_EGEN}`,
    [...toEgen(session), session.enhet, parseSakId(sakId)],
  );
  if (!sak) throw new AppError('IKKE_FUNNET');

  return sak.id;
}

/** The leder's answer to one draw, and what waits for her then. Throws IKKE_FUNNET, KONFLIKT. */
export async function bekreftSak(
  deps: Kontrolldeps,
  { session, params, body }: Kall<BekreftelseRequest>,
): Promise<Disclosed<Enhetskontroll>> {
  const sakId = await mustBeHers(deps, session, params.sakId);
  const rad = { handling: 'KONTROLL_VURDERING', sakId, utfall: body.svar, kriterier: body } as const;

  return withRad(deps.revisjonslogg, session, rad, async () => {
    await transact(deps.pool, (tx) => answer(tx, deps, session, sakId, body));

    return loadEnhet(deps, session);
  });
}
