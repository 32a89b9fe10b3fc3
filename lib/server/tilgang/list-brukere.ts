/** Everybody who has signed in, with the rights that count now: found by name, unit or right. */
import 'server-only';
import { z } from 'zod';
import { Brukerliste, type Brukerrad } from '#lib/domain/tilgang/bruker.ts';
import { findStatus } from '#lib/domain/tilgang/gjeldende.ts';
import { listRettigheter, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import type { Tilgang } from '#lib/domain/tilgang/tilgang.ts';
import type { BrukerlisteRequest } from '#lib/domain/tilgang/tilgang-request.ts';
import { query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad, toGjeldende } from '#lib/server/session/rettigheter.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { findUbrukte, loadBruk } from '#lib/server/tilgang/list-ubrukte.ts';

const MAKS_RADER = 100;

const Row = Tilgangsrad.extend({
  id: z.uuid(),
  navn: z.string(),
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  sist_innlogget: z.date(),
  opprettet: z.date(),
});

const SELECT = `select * from (
    select b.id, b.navn, b.brukernavn, ${ENHET} as enhet, b.sist_innlogget, b.opprettet, ${TILGANGSKOLONNER} from portal.bruker b) bruker
  where position(lower($1) in lower(navn || ' ' || brukernavn)) > 0 and ($2::text is null or enhet = $2)
  order by navn, id`;
const ENHETER = `select distinct ${ENHET} as enhet from portal.bruker b where ${ENHET} is not null order by 1`;

function toBrukerrad(rad: z.infer<typeof Row>, ubrukte: Rettighet[], tilgang: Tilgang): Brukerrad {
  const venter = rad.tildelinger.filter(
    (tildeling) => findStatus(tildeling, rad.naa) === 'venterPaaBekreftelse',
  );

  return {
    brukerId: rad.id,
    navn: rad.navn,
    brukernavn: rad.brukernavn,
    enhet: rad.enhet,
    rettigheter: listRettigheter(toGjeldende(rad, tilgang)),
    sperret: rad.sperret,
    venter: venter.map(({ rettighet }) => rettighet),
    ubrukte,
    sistInnlogget: rad.sist_innlogget.toISOString(),
  };
}

/** The first hundred by name, and how many there are. */
export async function listBrukere(
  { pool, tilgang }: Tilgangsdeps,
  { body }: Kall<BrukerlisteRequest>,
): Promise<Egne<Brukerliste>> {
  const { soek, enhet, rettighet, venter, ubrukt } = body;
  const [rader, enheter] = await Promise.all([
    query(pool, Row, SELECT, [soek, enhet]),
    query(pool, z.object({ enhet: z.string() }), ENHETER),
  ]);
  const bruk = await loadBruk(
    pool,
    rader.map(({ id }) => id),
  );
  const brukere = rader
    .map((rad) => toBrukerrad(rad, findUbrukte(rad, bruk.get(rad.id) ?? [], tilgang), tilgang))
    .filter((bruker) => rettighet === null || bruker.rettigheter.includes(rettighet))
    .filter((bruker) => !venter || bruker.venter.length > 0)
    .filter((bruker) => !ubrukt || bruker.ubrukte.length > 0);

  return new Egne(Brukerliste, {
    brukere: brukere.slice(0, MAKS_RADER),
    antall: brukere.length,
    enheter: enheter.map((rad) => rad.enhet),
  });
}
