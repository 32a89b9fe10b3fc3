/**
 * Two runs of one definition side by side: which earlier runs there are, what is asked for, and what a worker found. To ask
 * is an act with its rows, once for each comparison and once more for each that failed.
 */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { isSammeDefinisjon } from '#lib/domain/uttrekk/avtrykk.ts';
import { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import { Sammenligninger } from '#lib/domain/uttrekk/uttrekk.ts';
import type { SammenligningRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { getUttrekkFor, type UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** Earlier runs that still lie here, of those that the user may download. */
const TIDLIGERE = `select u.id, u.bestilling, u.ferdig from uttrekk.uttrekk u
  where u.tilstand = 'klar' and u.id <> $2
    and u.ferdig < (select ferdig from uttrekk.uttrekk where id = $2)
    and (u.eier_id = $1 or exists (select from uttrekk.deling d where d.uttrekk_id = u.id and d.bruker_id = $1))
  order by u.ferdig desc limit 50`;

const FUNNET = `select s.fra_id, u.bestilling->>'navn' as navn, s.tilstand, s.nye::float8 as nye, s.borte::float8 as borte,
    s.endret::float8 as endret,
    f.id as fil_id, f.manifest is not null as har_manifest
  from uttrekk.sammenligning s join uttrekk.uttrekk u on u.id = s.fra_id
    left join uttrekk.fil f on f.fra_id = s.fra_id and f.uttrekk_id = s.til_id and f.tilstand = 'klar'
  where s.til_id = $1 and s.fra_id = any($2) order by s.opprettet desc`;

/** What is under way or made stays as it is. */
const ASK = `with ny as (
    insert into uttrekk.sammenligning as s (fra_id, til_id) values ($1, $2)
    on conflict (fra_id, til_id) do update set tilstand = 'venter', forsoek = 0, tidligst = now()
      where s.tilstand = 'feilet' returning s.til_id)
  select pg_notify('plikt', 'uttrekkssammenligninger') from ny`;

const Tidligere = z.object({ id: z.uuid(), bestilling: Bestilling, ferdig: z.date() });
const [sammenligning] = [Sammenligninger.shape.sammenligninger.element.shape];
const Funnet = z.object({
  fra_id: z.uuid(),
  navn: z.string(),
  tilstand: sammenligning.tilstand,
  nye: sammenligning.nye,
  borte: sammenligning.borte,
  endret: sammenligning.endret,
  fil_id: sammenligning.filId,
  har_manifest: sammenligning.harManifest,
});

async function listKandidater(
  pool: Pool,
  rad: UttrekkRad,
  brukerId: string,
): Promise<Sammenligninger['kandidater']> {
  const tidligere = await query(pool, Tidligere, TIDLIGERE, [brukerId, rad.uttrekkId]);

  return tidligere
    .filter(({ bestilling }) => isSammeDefinisjon(bestilling, rad.bestilling))
    .map(({ id, bestilling, ferdig }) => ({
      uttrekkId: id,
      navn: bestilling.navn,
      ferdig: ferdig.toISOString(),
    }));
}

/** `medId` is one of the runs that it can be compared with. Nothing is done, or logged, where it is asked for already. */
async function askFor(
  { pool, revisjonslogg }: Uttrekksdeps,
  session: Session,
  rad: UttrekkRad,
  medId: string,
): Promise<void> {
  const [kjent] = await query(
    pool,
    Funnet.pick({ tilstand: true }),
    'select tilstand from uttrekk.sammenligning where fra_id = $1 and til_id = $2',
    [medId, rad.uttrekkId],
  );
  if (kjent !== undefined && kjent.tilstand !== 'feilet') return;
  const logg = {
    handling: 'UTTREKK_SAMMENLIGNING',
    gjelder: rad,
    kriterier: { medId },
    utfall: kjent === undefined ? 'bestilt' : 'bestillIgjen',
  } as const;
  await withRad(revisjonslogg, session, logg, async () => {
    await pool.query(ASK, [medId, rad.uttrekkId]);
  });
}

/**
 * What there is to see, after asking for one more, or again for one that failed, where the body names it.
 * Throws IKKE_FUNNET, KONFLIKT.
 */
export async function compareUttrekk(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<SammenligningRequest>,
): Promise<Egne<Sammenligninger>> {
  const { pool } = deps;
  const rad = await getUttrekkFor(pool, session, params.uttrekkId, 'sammenlign');
  const kandidater = await listKandidater(pool, rad, session.brukerId);
  const ider = kandidater.map(({ uttrekkId }) => uttrekkId);
  if (body.medId !== null) {
    if (!ider.includes(body.medId)) throw new AppError('IKKE_FUNNET');
    await askFor(deps, session, rad, body.medId);
  }
  const funnet = await query(pool, Funnet, FUNNET, [rad.uttrekkId, ider]);

  return new Egne(Sammenligninger, {
    kandidater,
    sammenligninger: funnet.map(({ fra_id, fil_id, har_manifest, ...resten }) => ({
      medId: fra_id,
      filId: fil_id,
      harManifest: har_manifest,
      ...resten,
    })),
  });
}
