/**
 * Whether a finished uttrekk is held up to date, and what that has given: its orderer's alone, for as long as its files are
 * there. The portal only says that it is wanted; the worker reads the register (docs/adr/0025).
 */
import 'server-only';
import { z } from 'zod';
import { HENDELSER_MINUTTER } from '#lib/domain/drift/vurder-drift.ts';
import { AppError } from '#lib/domain/feil.ts';
import { findOppdateringshinder } from '#lib/domain/uttrekk/find-oppdateringshinder.ts';
import { hideFaa } from '#lib/domain/uttrekk/hide-smaa.ts';
import { Oppdatering, type OppdateringRequest } from '#lib/domain/uttrekk/oppdatering.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const Row = z.object({
  personer: z.number(),
  er_holdt: z.boolean(),
  fra_bestilling: z.boolean(),
  for_gammel: z.boolean().nullable(),
  henger: z.boolean().nullable(),
  har_hull: z.boolean().nullable(),
  siden: z.date().nullable(),
  ajour: z.date().nullable(),
  endret: z.number().nullable(),
});
type Row = z.infer<typeof Row>;

const SELECT = `select o.id is not null as er_holdt, o.for_gammel,
    (o.neste is not null and u.feed_siste is not null and o.siden is not distinct from u.feed_lest) as fra_bestilling, o.siden, o.ajour,
    o.hull is not null as har_hull, o.endret::float8 as endret,
    coalesce(o.ajour, o.opprettet) < now() - interval '${HENDELSER_MINUTTER} minutes' as henger,
    coalesce((select max(f.rader) from uttrekk.fil f where f.uttrekk_id = u.id and f.fra_id is null), 0)::float8 as personer
  from uttrekk.uttrekk u left join uttrekk.oppdatering o on o.uttrekk_id = u.id where u.id = $1`;

function toHoldt(row: Row): Oppdatering['holdt'] {
  if (!row.er_holdt) return null;
  const foelges = row.henger ? 'henger' : row.ajour ? 'foelger' : 'starter';

  return {
    tilstand: row.for_gammel ? 'forGammel' : foelges,
    fraBestilling: row.fra_bestilling,
    siden: row.siden?.toISOString() ?? null,
    ajour: row.ajour?.toISOString() ?? null,
    harHull: row.har_hull ?? false,
    endret: hideFaa(row.endret ?? 0),
  };
}

async function loadOppdatering(pool: Pool, { uttrekkId, grunnlag }: UttrekkRad): Promise<Oppdatering> {
  const [found] = await query(pool, Row, SELECT, [uttrekkId]);
  const row = Row.parse(found);

  return { hinder: findOppdateringshinder(grunnlag.pakke, row.personer), holdt: toHoldt(row) };
}

/** Throws IKKE_FUNNET, and KONFLIKT where it is not the user's to know. */
export async function readOppdatering(
  { pool }: Uttrekksdeps,
  { session, params }: Kall<undefined>,
): Promise<Egne<Oppdatering>> {
  const rad = await getUttrekkFor(pool, session, params.uttrekkId, 'holdOppdatert');

  return new Egne(Oppdatering, await loadOppdatering(pool, rad));
}

/** One statement each; on again is on as it was. The duty is called at commit. */
const HOLD = `with ny as (insert into uttrekk.oppdatering (uttrekk_id) values ($1) on conflict do nothing returning uttrekk_id),
  linje as (insert into uttrekk.merknad (uttrekk_id, kode) select uttrekk_id, 'holdesOppdatert' from ny)
  select pg_notify('plikt', 'uttrekksoppdateringer') from ny`;
const SLIPP = `with borte as (delete from uttrekk.oppdatering where uttrekk_id = $1 returning uttrekk_id)
  insert into uttrekk.merknad (uttrekk_id, kode) select uttrekk_id, 'holdesIkkeLenger' from borte`;

/** Throws IKKE_FUNNET, and KONFLIKT when it cannot be held up to date. */
export async function setOppdatering(
  { pool, revisjonslogg }: Uttrekksdeps,
  { session, body, params }: Kall<OppdateringRequest>,
): Promise<Egne<Oppdatering>> {
  const rad = await getUttrekkFor(pool, session, params.uttrekkId, 'holdOppdatert');
  const { hinder } = await loadOppdatering(pool, rad);
  if (body.holdes && hinder !== null) throw new AppError('KONFLIKT');
  const logg = {
    handling: 'UTTREKK_OPPDATERING',
    gjelder: rad,
    kriterier: null,
    utfall: body.holdes ? 'holdes' : 'holdesIkke',
  } as const;
  await withRad(revisjonslogg, session, logg, async () => {
    await pool.query(body.holdes ? HOLD : SLIPP, [rad.uttrekkId]);
  });

  return new Egne(Oppdatering, await loadOppdatering(pool, rad));
}
