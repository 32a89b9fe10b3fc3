/**
 * What a reviewer does with a case: opens it, judges it, asks the employee. Each is an act with its rows, is of the version
 * that she saw, and is refused for her own acts by the statement itself.
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import type { Kontrollutfall, Sak } from '#lib/domain/kontroll/sak.ts';
import type { SpoersmaalRequest, VurderingRequest } from '#lib/domain/kontroll/sak-request.ts';
import { type Database, transact } from '#lib/server/db/pool.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { sealKonvolutt } from '#lib/server/revisjonslogg/noekler.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { withRad } from './kontroll-logg.ts';
import type { Kontrolldeps } from './kontrolldeps.ts';
import { loadSak } from './load-sak.ts';
import { ER_EGEN, getSak, parseSakId, toEgen } from './sak-rad.ts';

type Steg = { sakId: string; versjon: number; utfall: Kontrollutfall | 'trengerForklaring'; tekst: string };

const MOVE = `update kontroll.sak s set versjon = s.versjon + 1,
    tilstand = case when $5::text is null then 'venterForklaring' else 'avsluttet' end, utfall = $5,
    avsluttet = case when $5::text is null then null else date_trunc('milliseconds', now()) end,
    frist = coalesce(date_trunc('milliseconds', now()) + make_interval(days => $6), s.frist)
  where s.id = $3 and s.versjon = $4 and s.tilstand <> 'avsluttet' and not ${ER_EGEN}`;

/** Moves the case on and keeps the verdict. Throws KONFLIKT when somebody was there first. */
async function move(
  tx: Database,
  { noekler: [noekkel] }: Kontrolldeps,
  session: Session,
  { sakId, versjon, utfall, tekst }: Steg,
  fristDager: number | null,
): Promise<void> {
  const ferdig = utfall === 'trengerForklaring' ? null : utfall;
  const flyttet = await tx.query(MOVE, [...toEgen(session), sakId, versjon, ferdig, fristDager]);
  if (flyttet.rowCount !== 1) throw new AppError('KONFLIKT');
  await tx.query(
    'insert into kontroll.vurdering (sak_id, nummer, av, av_navn, utfall, notat) values ($1, $2, $3, $4, $5, $6)',
    [sakId, versjon, session.brukerId, session.navn, utfall, sealKonvolutt(noekkel, sakId, tekst)],
  );
}

/** Shows a case. Throws IKKE_FUNNET when it is none of hers. */
export async function openSak(
  deps: Kontrolldeps,
  { session, params }: Kall<undefined>,
): Promise<Disclosed<Sak>> {
  const sakId = parseSakId(params.sakId);
  const rad = { handling: 'KONTROLL_SAK', sakId, utfall: 'vist' } as const;

  return withRad(deps.revisjonslogg, session, rad, () => loadSak(deps, session, sakId));
}

/** Ends a case with a verdict. Throws IKKE_FUNNET, KONFLIKT. */
export async function vurderSak(
  deps: Kontrolldeps,
  { session, params, body }: Kall<VurderingRequest>,
): Promise<Disclosed<Sak>> {
  const { id } = await getSak(deps.pool, session, parseSakId(params.sakId));
  const { utfall, versjon, notat } = body;
  const rad = { handling: 'KONTROLL_VURDERING', sakId: id, utfall, kriterier: body } as const;

  return withRad(deps.revisjonslogg, session, rad, async () => {
    await transact(deps.pool, (tx) =>
      move(tx, deps, session, { sakId: id, versjon, utfall, tekst: notat }, null),
    );

    return loadSak(deps, session, id);
  });
}

/** Asks the employee to explain, once. Throws IKKE_FUNNET, KONFLIKT, also for an act of nobody we know. */
export async function askForklaring(
  deps: Kontrolldeps,
  { session, params, body }: Kall<SpoersmaalRequest>,
): Promise<Disclosed<Sak>> {
  const { id, bruker_id: ansatt } = await getSak(deps.pool, session, parseSakId(params.sakId));
  const { versjon, spoersmaal, fristDager } = body;
  const rad = {
    handling: 'KONTROLL_VURDERING',
    sakId: id,
    utfall: 'trengerForklaring',
    kriterier: body,
  } as const;

  return withRad(deps.revisjonslogg, session, rad, async () => {
    if (ansatt === null) throw new AppError('KONFLIKT');
    await transact(deps.pool, async (tx) => {
      const steg = { sakId: id, versjon, utfall: 'trengerForklaring', tekst: spoersmaal } as const;
      await move(tx, deps, session, steg, fristDager);
      const spurt = await tx.query(
        `insert into kontroll.forklaring (sak_id, bruker_id, spoersmaal, frist)
         select id, $2, $3, frist from kontroll.sak where id = $1 on conflict do nothing`,
        [id, ansatt, sealKonvolutt(deps.noekler[0], id, spoersmaal)],
      );
      if (spurt.rowCount !== 1) throw new AppError('KONFLIKT');
    });

    return loadSak(deps, session, id);
  });
}
