/** The rounds as their reader may see them: all for an administrator, her own unit's lines for a leder. */
import 'server-only';
import { z } from 'zod';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { canSvare } from '#lib/domain/tilgang/decide-gjennomgang.ts';
import { type Gjennomgang, Gjennomganger, type Gjennomgangslinje } from '#lib/domain/tilgang/gjennomgang.ts';
import { RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import { query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad } from '#lib/server/session/rettigheter.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { findUbrukte, loadBruk } from '#lib/server/tilgang/list-ubrukte.ts';

const Runde = z.object({
  id: z.uuid(),
  enhet: z.string().nullable(),
  frist: z.date(),
  startet: z.date(),
  starter: z.string(),
  avsluttet: z.date().nullable(),
});
const RUNDER = `select g.id, g.enhet, g.frist, g.startet, s.navn as starter, g.avsluttet
  from portal.gjennomgang g join portal.bruker s on s.id = g.startet_av order by g.startet desc, g.id limit 20`;

const Linje = Tilgangsrad.extend({
  gjennomgang_id: z.uuid(),
  bruker_id: z.uuid(),
  navn: z.string(),
  enhet: z.string().nullable(),
  opprettet: z.date(),
  rettighet: z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn)),
  svar: z.enum(['beholdes', 'fjernes', 'utloept']).nullable(),
  svarer: z.string().nullable(),
});
type Linje = z.infer<typeof Linje>;
const LINJER = `select l.gjennomgang_id, l.bruker_id, b.navn, ${ENHET} as enhet, b.opprettet, ${TILGANGSKOLONNER},
    l.rettighet, l.svar, s.navn as svarer
  from portal.gjennomgangslinje l join portal.bruker b on b.id = l.bruker_id left join portal.bruker s on s.id = l.svart_av
  where l.gjennomgang_id = any($1) order by b.navn, b.id, l.rettighet`;

/** The units that users are in. */
async function listEnhetsnavn({ pool }: Tilgangsdeps): Promise<string[]> {
  const sql = `select distinct ${ENHET} as enhet from portal.bruker b where ${ENHET} is not null order by 1`;

  return (await query(pool, z.object({ enhet: z.string() }), sql)).map(({ enhet }) => enhet);
}

type Leser = { session: Session; apen: boolean };

function toLinje(rad: Linje, ubrukte: readonly Rettighet[], { session, apen }: Leser): Gjennomgangslinje {
  const { bruker_id: brukerId, navn, enhet, rettighet, svar, svarer } = rad;
  const { roller } = session.rettigheter;
  const kan = canSvare(
    { brukerId: session.brukerId, roller, enhet: session.enhet },
    { brukerId, enhet, rettighet },
  );

  return {
    brukerId,
    navn,
    enhet,
    rettighet,
    ubrukt: ubrukte.includes(rettighet),
    svar,
    svartAv: svarer,
    kanSvare: apen && svar === null && kan,
  };
}

/** What `session` may see. */
export async function loadGjennomganger(deps: Tilgangsdeps, session: Session): Promise<Gjennomganger> {
  const runder = await query(deps.pool, Runde, RUNDER);
  const ider = runder.map(({ id }) => id);
  const linjer = await query(deps.pool, Linje, LINJER, [ider]);
  const bruk = await loadBruk(deps.pool, [...new Set(linjer.map((rad) => rad.bruker_id))]);
  const erAdministrator = isAllowed(session.rettigheter.roller, 'tilgang');
  const synlige = linjer.filter(
    ({ enhet }) => erAdministrator || (enhet !== null && enhet === session.enhet),
  );
  const alle = runder.map((runde): Gjennomgang => {
    const leser = { session, apen: runde.avsluttet === null && runde.frist > new Date() };
    const egne = synlige.filter((rad) => rad.gjennomgang_id === runde.id);

    return {
      gjennomgangId: runde.id,
      enhet: runde.enhet,
      frist: runde.frist.toISOString(),
      startet: runde.startet.toISOString(),
      startetAv: runde.starter,
      avsluttet: runde.avsluttet?.toISOString() ?? null,
      linjer: egne.map((rad) =>
        toLinje(rad, findUbrukte(rad, bruk.get(rad.bruker_id) ?? [], deps.tilgang), leser),
      ),
    };
  });

  return {
    gjennomganger: alle.filter(({ linjer: egne }) => erAdministrator || egne.length > 0),
    enheter: erAdministrator ? await listEnhetsnavn(deps) : [],
  };
}

export const readGjennomganger = async (deps: Tilgangsdeps, session: Session): Promise<Egne<Gjennomganger>> =>
  new Egne(Gjennomganger, await loadGjennomganger(deps, session));
