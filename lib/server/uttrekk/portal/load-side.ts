/** Everything that the page of one uttrekk shows, read in one statement, for a user who has been found to see it. */
import 'server-only';
import { z } from 'zod';
import { hideAntall, isAntallSkjult } from '#lib/domain/uttrekk/hide-antall.ts';
import { listValg } from '#lib/domain/uttrekk/list-valg.ts';
import { MED_RESULTAT } from '#lib/domain/uttrekk/tilstand.ts';
import { GODKJENNINGSGRUNNER, Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { query } from '#lib/server/db/pool.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import type { Uttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { FREMDRIFT, Fremdriftsrad, toFremdrift } from '#lib/server/uttrekk/portal/fremdrift.ts';
import type { UttrekkRad } from '#lib/server/uttrekk/portal/uttrekk-rad.ts';

/** The newest lines; an uttrekk of the whole country has thousands. */
const MAKS_MERKNADER = 200;

const BATCHER = `(select json_agg(json_build_object('jobbNr', b.jobb_nr, 'batchNr', b.nr, 'forsoek', b.forsoek,
    'antall', b.antall, 'deler', d.deler, 'delerFerdig', d.ferdige, 'tilstand',
    case when d.feilet > 0 then 'feilet' when b.tilstand = 'venter' then 'venter'
      when d.ferdige = d.deler then 'ferdig' when d.startet > 0 then 'oppslag' else 'hentet' end)
    order by b.jobb_nr, b.nr)
  from uttrekk.batch b cross join lateral (
    select count(*) as deler, count(*) filter (where tilstand = 'ferdig') as ferdige,
      count(*) filter (where tilstand = 'feilet') as feilet, count(*) filter (where tilstand <> 'venter') as startet
    from uttrekk.del where uttrekk_id = b.uttrekk_id and jobb_nr = b.jobb_nr and batch_nr = b.nr) d
  where b.uttrekk_id = u.id and b.tilstand <> 'tom')`;

const MERKNADER = `(select json_agg(json_build_object('tidspunkt', to_iso(m.tidspunkt), 'kode', m.kode,
    'verdier', m.verdier) order by m.nr)
  from (select * from uttrekk.merknad where uttrekk_id = u.id order by nr desc limit ${MAKS_MERKNADER}) m)`;

const GODKJENNINGER = `(select json_agg(json_build_object('bruker', g_b.navn, 'utfall', g.utfall,
    'begrunnelse', g.begrunnelse, 'tidspunkt', to_iso(g.tidspunkt)) order by g.nr)
  from uttrekk.godkjenning g join portal.bruker g_b on g_b.id = g.bruker_id where g.uttrekk_id = u.id)`;

const FILER = `(select json_agg(json_build_object('filId', f.id, 'format', f.format, 'tilstand', f.tilstand,
    'bytes', f.bytes, 'rader', f.rader, 'sjekksum', encode(f.sjekksum, 'hex'), 'harManifest', f.manifest is not null,
    'slettet', to_iso(f.slettet),
    'nedlastinger', (select count(*) from uttrekk.nedlasting n where n.fil_id = f.id and n.form <> 'manifest'
      and n.fullfoert is not null))
    order by f.format)
  from uttrekk.fil f where f.uttrekk_id = u.id and f.fra_id is null)`;

const DELT_MED = `(select json_agg(json_build_object('brukerId', d_b.id, 'navn', d_b.navn) order by d_b.navn)
  from uttrekk.deling d join portal.bruker d_b on d_b.id = d.bruker_id where d.uttrekk_id = u.id)`;

/** ISO in UTC, as the browser gets every time. */
const toIso = (sql: string): string =>
  sql.replace(/to_iso\(([^)]*)\)/g, `to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

const SELECT =
  toIso(`select b.navn as eier, u.feil, u.begrunnelse, u.godkjenningsgrunner, u.dubletter::float8 as dubletter,
    u.fordelinger, to_iso(u.opprettet) as opprettet, to_iso(u.ferdig) as ferdig, to_iso(slettes.tid) as utloeper,
    case when u.slett_timer is not null then
      json_build_object('timer', u.slett_timer, 'alleHar', slettes.tid < u.utloeper) end as "etterNedlasting",
    ${FREMDRIFT}, coalesce(${BATCHER}, '[]') as batcher, coalesce(${MERKNADER}, '[]') as merknader,
    coalesce(${GODKJENNINGER}, '[]') as godkjenninger, coalesce(${FILER}, '[]') as filer,
    coalesce(${DELT_MED}, '[]') as delt_med
  from uttrekk.uttrekk u join portal.bruker b on b.id = u.eier_id
    cross join lateral (select uttrekk.slettes(u) as tid) slettes where u.id = $1`);

const { opprettet, ferdig, utloeper, feil, begrunnelse, eier } = Uttrekksside.shape;
const { batcher, merknader, godkjenninger, filer, deltMed, fordelinger, etterNedlasting } =
  Uttrekksside.shape;
const Row = z.object({
  eier,
  feil,
  begrunnelse,
  godkjenningsgrunner: z.array(z.enum(GODKJENNINGSGRUNNER)),
  dubletter: z.number(),
  fordelinger,
  opprettet,
  ferdig,
  utloeper,
  fremdrift: Fremdriftsrad,
  batcher,
  merknader,
  godkjenninger,
  filer,
  etterNedlasting,
  delt_med: deltMed,
});
type Row = z.infer<typeof Row>;

/** The proof: every identifier that the register named is a row of the files, a repeat, or one that was not delivered. */
function toFullstendighet(row: Row, { grunnlag }: UttrekkRad): Uttrekksside['fullstendighet'] {
  const { batcher, identifikatorer, hentet, ikkeLevert, sisteBatchSett } = row.fremdrift;
  if (!MED_RESULTAT.includes(grunnlag.tilstand) || !sisteBatchSett) return null;
  const levert = hentet - row.dubletter;
  const stemmer =
    grunnlag.tilstand !== 'ufullstendig' &&
    identifikatorer === levert + row.dubletter + ikkeLevert &&
    row.filer.every(({ rader }) => rader === levert);

  return { batcher, identifikatorer, dubletter: row.dubletter, levert, ikkeLevert, stemmer };
}

/** `rad` is what `getUttrekk` gave this very user. */
export async function loadSide(
  { pool, avFaa }: Pick<Uttrekksdeps, 'pool' | 'avFaa'>,
  session: Session,
  rad: UttrekkRad,
): Promise<Uttrekksside> {
  const [found] = await query(pool, Row, SELECT, [rad.uttrekkId]);
  const { fremdrift, delt_med, dubletter, ...row } = Row.parse(found);
  const { bestilling, avtrykk, uttrekkId, grunnlag } = rad;
  const { tilstand, oenske } = grunnlag;

  const side: Uttrekksside = {
    ...row,
    uttrekkId,
    avtrykk,
    bestilling,
    navn: bestilling.navn,
    pakke: bestilling.pakke,
    formaal: bestilling.formaal,
    tilstand,
    oenske,
    erEier: session.brukerId === grunnlag.eierId,
    fremdrift: toFremdrift(fremdrift, tilstand, oenske === 'kjoer'),
    valg: listValg(session, grunnlag),
    deltMed: delt_med,
    fullstendighet: toFullstendighet({ ...row, fremdrift, delt_med, dubletter }, rad),
  };

  return isAntallSkjult(avFaa, side) ? hideAntall(side) : side;
}
