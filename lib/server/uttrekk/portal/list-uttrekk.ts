/** The uttrekk that concern a user: her own, those she was given, and those that wait for her approval. */
import 'server-only';
import { z } from 'zod';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { canGodkjenne } from '#lib/domain/uttrekk/decide-godkjenning.ts';
import type { AvFaa } from '#lib/domain/uttrekk/grenser.ts';
import { hideFremdrift, isAntallSkjult } from '#lib/domain/uttrekk/hide-antall.ts';
import { canSe, listValg } from '#lib/domain/uttrekk/list-valg.ts';
import { OENSKER, TILSTANDER } from '#lib/domain/uttrekk/tilstand.ts';
import { Uttrekksliste, type Uttrekksrad } from '#lib/domain/uttrekk/uttrekk.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { FREMDRIFT, Fremdriftsrad, toFremdrift } from '#lib/server/uttrekk/portal/fremdrift.ts';

/** Of each kind; what is older has long been deleted. */
const MAKS = 200;

const SELECT = `select u.id, u.eier_id, b.navn as eier, u.bestilling, u.tilstand, u.oenske, u.feil, u.opprettet, u.ferdig,
    uttrekk.slettes(u) as utloeper,
    coalesce((select array_agg(d.bruker_id) from uttrekk.deling d where d.uttrekk_id = u.id), '{}') as delt_med, ${FREMDRIFT}
  from uttrekk.uttrekk u join portal.bruker b on b.id = u.eier_id
  where u.id in (
    (select id from uttrekk.uttrekk where eier_id = $1 order by opprettet desc limit ${MAKS})
    union (select uttrekk_id from uttrekk.deling where bruker_id = $1 order by tidspunkt desc limit ${MAKS})
    union (select id from uttrekk.uttrekk where tilstand = 'venterPaaGodkjenning' order by opprettet limit ${MAKS}))
  order by u.opprettet desc, u.id`;

const Row = z.object({
  id: z.uuid(),
  eier_id: z.uuid(),
  eier: z.string(),
  bestilling: Bestilling,
  tilstand: z.enum(TILSTANDER),
  oenske: z.enum(OENSKER),
  feil: z.string().nullable(),
  opprettet: z.date(),
  ferdig: z.date().nullable(),
  utloeper: z.date().nullable(),
  delt_med: z.array(z.uuid()),
  fremdrift: Fremdriftsrad,
});
type Row = z.infer<typeof Row>;

function toRad(row: Row, { brukerId }: Session, avFaa: AvFaa): Uttrekksrad {
  const { navn, pakke, formaal } = row.bestilling;
  const { tilstand, oenske, eier } = row;
  const fremdrift = toFremdrift(row.fremdrift, tilstand, oenske === 'kjoer');

  return {
    uttrekkId: row.id,
    navn,
    tilstand,
    oenske,
    eier,
    erEier: row.eier_id === brukerId,
    pakke,
    formaal,
    opprettet: row.opprettet.toISOString(),
    ferdig: row.ferdig?.toISOString() ?? null,
    utloeper: row.utloeper?.toISOString() ?? null,
    fremdrift: isAntallSkjult(avFaa, row) ? hideFremdrift(fremdrift) : fremdrift,
  };
}

const valgFor = (session: Session, { eier_id, delt_med, bestilling, tilstand, oenske }: Row) => {
  // Only asked who sees it and who decides: neither depends on the files.
  const grunnlag = {
    eierId: eier_id,
    deltMed: delt_med,
    pakke: bestilling.pakke,
    tilstand,
    oenske,
    erUtloept: false,
  };

  return { ser: canSe(session, grunnlag), godkjenner: listValg(session, grunnlag).includes('godkjenn') };
};

export async function listUttrekk(
  { pool, avFaa }: Uttrekksdeps,
  { session }: Kall<undefined>,
): Promise<Egne<Uttrekksliste>> {
  const found = await query(pool, Row, SELECT, [session.brukerId]);
  const rows = found.filter((row) => valgFor(session, row).ser);
  const erMin = (row: Row) => row.eier_id === session.brukerId;
  const erDelt = (row: Row) => !erMin(row) && row.delt_med.includes(session.brukerId);
  const velg = (hvilke: (row: Row) => boolean) =>
    rows.filter(hvilke).map((row) => toRad(row, session, avFaa));

  return new Egne(Uttrekksliste, {
    egne: velg(erMin),
    delte: velg(erDelt),
    tilGodkjenning: velg((row) => valgFor(session, row).godkjenner),
  });
}

const TIL_GODKJENNING = `select eier_id, bestilling->>'pakke' as pakke from uttrekk.uttrekk
  where tilstand = 'venterPaaGodkjenning' limit ${MAKS}`;
const Venterad = z.object({ eier_id: z.uuid(), pakke: z.enum(PAKKER) });

/** How many wait for her approval. */
export async function countTilGodkjenning(pool: Pool, session: Session): Promise<number> {
  const rader = await query(pool, Venterad, TIL_GODKJENNING);

  return rader.filter(({ eier_id: eierId, pakke }) => canGodkjenne(session, { eierId, pakke })).length;
}
