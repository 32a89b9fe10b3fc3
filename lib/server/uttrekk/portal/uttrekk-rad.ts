/**
 * An uttrekk as the portal's use cases work with it, and the one way to find it: nobody gets a row that `canSe` does not
 * let her see, and an uttrekk of somebody else's is as unknown as one that never was (security.md Z-01, F-04).
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { type Bruker, canSe, listValg, type Uttrekksgrunnlag } from '#lib/domain/uttrekk/list-valg.ts';
import { OENSKER, TILSTANDER } from '#lib/domain/uttrekk/tilstand.ts';
import type { Uttrekksvalg } from '#lib/domain/uttrekk/uttrekk.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

const Row = z.object({
  id: z.uuid(),
  eier_id: z.uuid(),
  bestilling: Bestilling,
  avtrykk: z.instanceof(Buffer),
  deler: z.array(z.string()),
  handling_id: z.uuid(),
  tilstand: z.enum(TILSTANDER),
  oenske: z.enum(OENSKER),
  versjon: z.int(),
  er_utloept: z.boolean(),
  plan_id: z.uuid().nullable(),
  delt_med: z.array(z.uuid()),
});

/** `grunnlag` is what its rights are decided by. */
export type UttrekkRad = {
  uttrekkId: string;
  bestilling: Bestilling;
  /** Hex, as the browser knows it. */
  avtrykk: string;
  deler: string[];
  handlingId: string;
  versjon: number;
  planId: string | null;
  grunnlag: Uttrekksgrunnlag;
};

const SELECT = `select u.id, u.eier_id, u.bestilling, u.avtrykk, u.deler, u.handling_id, u.tilstand, u.oenske, u.versjon,
    u.plan_id, coalesce(uttrekk.slettes(u) <= now(), false) as er_utloept, coalesce((select array_agg(d.bruker_id) from uttrekk.deling d where d.uttrekk_id = u.id), '{}') as delt_med
  from uttrekk.uttrekk u`;

function toRad(row: z.infer<typeof Row>): UttrekkRad {
  const { id, eier_id, bestilling, tilstand, oenske, delt_med } = row;

  return {
    uttrekkId: id,
    bestilling,
    avtrykk: row.avtrykk.toString('hex'),
    deler: row.deler,
    handlingId: row.handling_id,
    versjon: row.versjon,
    planId: row.plan_id,
    grunnlag: {
      eierId: eier_id,
      deltMed: delt_med,
      pakke: bestilling.pakke,
      tilstand,
      oenske,
      erUtloept: row.er_utloept,
    },
  };
}

/** The uttrekk, for a user who may see it. Throws IKKE_FUNNET for every other id. */
export async function getUttrekk(
  pool: Pool,
  bruker: Bruker,
  uttrekkId: string | undefined,
): Promise<UttrekkRad> {
  const id = z.uuid().safeParse(uttrekkId);
  const [row] = id.success ? await query(pool, Row, `${SELECT} where u.id = $1`, [id.data]) : [];
  const rad = row && toRad(row);
  if (!rad || !canSe(bruker, rad.grunnlag)) throw new AppError('IKKE_FUNNET');

  return rad;
}

/** The uttrekk, for a user who may do this with it now. Throws IKKE_FUNNET, or KONFLIKT when it is another time's. */
export async function getUttrekkFor(
  pool: Pool,
  bruker: Bruker,
  uttrekkId: string | undefined,
  valg: Uttrekksvalg,
): Promise<UttrekkRad> {
  const rad = await getUttrekk(pool, bruker, uttrekkId);
  if (!listValg(bruker, rad.grunnlag).includes(valg)) throw new AppError('KONFLIKT');

  return rad;
}
