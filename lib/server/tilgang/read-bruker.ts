/** One user's access: each right with where it comes from, and what has been done with it. */
import 'server-only';
import { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import { Brukerside, type Hendelse, type Rettighetsrad } from '#lib/domain/tilgang/bruker.ts';
import { decideBekreftelse, type Mottaker } from '#lib/domain/tilgang/decide-endring.ts';
import { findGruppeslutt, findStatus } from '#lib/domain/tilgang/gjeldende.ts';
import { listRettigheter, RETTIGHETER, type Rettighet } from '#lib/domain/tilgang/rettighet.ts';
import { type Tilgang, toRettigheter } from '#lib/domain/tilgang/tilgang.ts';
import { TILGANGSHENDELSER } from '#lib/domain/tilgang/tilgangshendelse.ts';
import { type Database, query } from '#lib/server/db/pool.ts';
import { Egne } from '#lib/server/http/egne.ts';
import type { Kall } from '#lib/server/http/route.ts';
import { ENHET, TILGANGSKOLONNER, Tilgangsrad } from '#lib/server/session/rettigheter.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Tilgangsdeps } from '#lib/server/tilgang/deps.ts';

const Brukerrad = Tilgangsrad.extend({
  id: z.uuid(),
  navn: z.string(),
  brukernavn: z.string(),
  enhet: z.string().nullable(),
  enhet_id: z.uuid().nullable(),
  sist_innlogget: z.date(),
});
/** A user as she is judged before a change. */
export type Bruker = z.infer<typeof Brukerrad>;

const BRUKER = `select b.id, b.navn, b.brukernavn, ${ENHET} as enhet, b.enhet_id, b.sist_innlogget, ${TILGANGSKOLONNER}
  from portal.bruker b where b.id = $1`;

export const toMottaker = (bruker: Bruker): Mottaker => ({ ...bruker, brukerId: bruker.id });

/** Throws IKKE_FUNNET. With `laas`, nobody else changes her access before the transaction is over. */
export async function getBruker(db: Database, brukerId: unknown, laas = false): Promise<Bruker> {
  const id = z.uuid().safeParse(brukerId);
  if (!id.success) throw new AppError('IKKE_FUNNET');
  // The lock is a statement of its own: what the other transaction did is seen by the one after it.
  if (laas) await db.query('select 1 from portal.bruker where id = $1 for update', [id.data]);
  const [bruker] = await query(db, Brukerrad, BRUKER, [id.data]);
  if (bruker === undefined) throw new AppError('IKKE_FUNNET');

  return bruker;
}

const Navn = z.custom<Rettighet>((navn) => RETTIGHETER.some((rettighet) => rettighet === navn));
const Tildelingsrad = z.object({
  id: z.uuid(),
  rettighet: Navn,
  fra: z.date(),
  til: z.date(),
  begrunnelse: z.string(),
  gitt_av: z.uuid(),
  giver: z.string(),
  bekrefter: z.string().nullable(),
});

const TILDELINGER = `select t.id, t.rettighet, t.fra, t.til, t.begrunnelse, t.gitt_av, g.navn as giver, v.navn as bekrefter
  from portal.tildeling t join portal.bruker g on g.id = t.gitt_av left join portal.bruker v on v.id = t.bekreftet_av
  where t.bruker_id = $1 and t.trukket is null and t.til > now() order by t.fra, t.id`;

const Hendelsesrad = z.object({
  nr: z.string(),
  tidspunkt: z.date(),
  slag: z.enum(TILGANGSHENDELSER),
  hva: z.string().nullable(),
  av: z.string().nullable(),
  begrunnelse: z.string().nullable(),
});
const HENDELSER = `select h.nr::text as nr, h.tidspunkt, h.slag, h.hva, av.navn as av, h.begrunnelse
  from portal.tilgangshendelse h left join portal.bruker av on av.id = h.av where h.bruker_id = $1 order by h.nr desc limit 200`;

const OEKTER = `select count(*)::int as antall from portal.session where bruker_id = $1 and avsluttet is null
  and utloeper_senest > now() and sist_sett > now() - interval '30 minutes'`;

const toHendelse = ({ tidspunkt, ...hendelse }: z.infer<typeof Hendelsesrad>): Hendelse => ({
  ...hendelse,
  tidspunkt: tidspunkt.toISOString(),
});

function toTildeling(
  rad: z.infer<typeof Tildelingsrad>,
  bruker: Bruker,
  { brukerId, tilgang }: { brukerId: string; tilgang: Tilgang },
): Rettighetsrad {
  const { rettighet, fra, til, begrunnelse, gitt_av: gittAv, giver, bekrefter } = rad;
  const status = findStatus({ rettighet, fra, til, bekreftet: bekrefter !== null }, bruker.naa);
  const forslag = { aktoerId: brukerId, gittAv, rettighet };
  const avslag = decideBekreftelse(forslag, toMottaker(bruker), { tilgang, naa: bruker.naa });

  return {
    kilde: 'tildeling',
    rettighet,
    tildelingId: rad.id,
    status,
    fra: fra.toISOString(),
    til: til.toISOString(),
    begrunnelse,
    gittAv: giver,
    bekreftetAv: bekrefter,
    kanBekreftes: status === 'venterPaaBekreftelse' && avslag === null,
  };
}

const listGrupperader = ({ grupper, fratatt, naa }: Bruker, tilgang: Tilgang): Rettighetsrad[] =>
  listRettigheter(toRettigheter(grupper, tilgang, naa)).map((rettighet) => ({
    kilde: 'gruppe',
    rettighet,
    fratatt: fratatt.includes(rettighet),
    til: findGruppeslutt({ grupper }, rettighet, tilgang, naa),
  }));

/** The page as `leser` may see it. Throws IKKE_FUNNET. */
export async function loadBrukerside(
  { pool, tilgang }: Tilgangsdeps,
  leser: Session,
  id: unknown,
): Promise<Brukerside> {
  const bruker = await getBruker(pool, id);
  const [tildelinger, hendelser, oekter] = await Promise.all([
    query(pool, Tildelingsrad, TILDELINGER, [bruker.id]),
    query(pool, Hendelsesrad, HENDELSER, [bruker.id]),
    query(pool, z.object({ antall: z.int() }), OEKTER, [bruker.id]),
  ]);
  const kan = { brukerId: leser.brukerId, tilgang };
  const erEgen = leser.brukerId === bruker.id;

  return {
    brukerId: bruker.id,
    navn: bruker.navn,
    brukernavn: bruker.brukernavn,
    enhet: bruker.enhet,
    enhetId: bruker.enhet_id,
    sperret: bruker.sperret,
    sistInnlogget: bruker.sist_innlogget.toISOString(),
    levendeOekter: oekter[0]?.antall ?? 0,
    rettigheter: [
      ...listGrupperader(bruker, tilgang),
      ...tildelinger.map((rad) => toTildeling(rad, bruker, kan)),
    ],
    historikk: hendelser.map(toHendelse),
    erEgen,
    kanEndres: isAllowed(leser.rettigheter.roller, 'tilgang') && !erEgen,
  };
}

/** One user's page. Throws IKKE_FUNNET. */
export async function readBruker(
  deps: Tilgangsdeps,
  { session, params }: Kall<unknown>,
): Promise<Egne<Brukerside>> {
  return new Egne(Brukerside, await loadBrukerside(deps, session, params.brukerId));
}
