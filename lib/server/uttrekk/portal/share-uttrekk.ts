/** Giving an uttrekk to colleagues: analysts with its package, by name, and each time a row of who may now download. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { Mottakere, type Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import type { DelingRequest, MottakerRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { withRad } from '#lib/server/uttrekk/portal/logg.ts';
import { showSide } from '#lib/server/uttrekk/portal/read-uttrekk.ts';
import { getUttrekkFor } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

const MAKS_FORSLAG = 20;

const Kollega = Tilgangsrad.extend({ id: z.uuid(), navn: z.string(), enhet: z.string().nullable() });
type Kollega = z.infer<typeof Kollega>;

const BRUKERE = `select * from (select b.id, b.navn, ${ENHET} as enhet, ${TILGANGSKOLONNER} from portal.bruker b
  where b.sperret is null and b.id <> $1) kolleger`;

const isAnalytiker = ({ tilgang }: Uttrekksdeps, kollega: Kollega): boolean =>
  isAllowed(toGjeldende(kollega, tilgang).roller, 'uttrekk');

/** Analysts whose name or unit has the letters. Those who have never signed in are not known here. */
export async function findMottakere(
  deps: Uttrekksdeps,
  { session, body }: Kall<MottakerRequest>,
): Promise<Egne<Mottakere>> {
  const sql = `${BRUKERE} where position(lower($2) in lower(navn || ' ' || coalesce(enhet, ''))) > 0 order by navn, id`;
  const kolleger = await query(deps.pool, Kollega, sql, [session.brukerId, body.soek]);
  const mottakere = kolleger
    .filter((kollega) => isAnalytiker(deps, kollega))
    .slice(0, MAKS_FORSLAG)
    .map(({ id, navn, enhet }) => ({ brukerId: id, navn, enhet }));

  return new Egne(Mottakere, { mottakere });
}

/** Throws UGYLDIG_INNHOLD for anybody who could not download it anyway. */
async function checkMottakere(
  deps: Uttrekksdeps,
  brukerIder: readonly string[],
  { brukerId, pakke }: { brukerId: string; pakke: string },
): Promise<void> {
  const kolleger = await query(deps.pool, Kollega, `${BRUKERE} where id = any($2)`, [brukerId, brukerIder]);
  const kan = kolleger.filter(
    (kollega) =>
      isAnalytiker(deps, kollega) && toGjeldende(kollega, deps.tilgang).pakker.some((egen) => egen === pakke),
  );
  if (kan.length !== new Set(brukerIder).size) throw new AppError('UGYLDIG_INNHOLD');
}

const SHARE = `with onsket as (select distinct unnest($2::uuid[]) as bruker_id),
  borte as (delete from uttrekk.deling
    where uttrekk_id = $1 and bruker_id not in (select bruker_id from onsket)),
  nye as (insert into uttrekk.deling (uttrekk_id, bruker_id) select $1, bruker_id from onsket on conflict do nothing)
  insert into uttrekk.merknad (uttrekk_id, kode, verdier) values ($1, 'delt', jsonb_build_object('antall', $3::int))`;

/** Replaces the list of those who may download besides the owner. Throws IKKE_FUNNET, KONFLIKT, UGYLDIG_INNHOLD. */
export async function shareUttrekk(
  deps: Uttrekksdeps,
  { session, body, params }: Kall<DelingRequest>,
): Promise<Egne<Uttrekksside>> {
  const rad = await getUttrekkFor(deps.pool, session, params.uttrekkId, 'del');
  const brukerIder = [...new Set(body.brukerIder)];
  await checkMottakere(deps, brukerIder, { brukerId: session.brukerId, pakke: rad.grunnlag.pakke });
  const logg = {
    handling: 'UTTREKK_DELING',
    gjelder: rad,
    kriterier: { brukerIder },
    utfall: 'delt',
  } as const;
  await withRad(deps.revisjonslogg, session, logg, async () => {
    await deps.pool.query(SHARE, [rad.uttrekkId, brukerIder, brukerIder.length]);
  });

  return showSide(deps, session, rad.uttrekkId);
}
