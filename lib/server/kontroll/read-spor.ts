/**
 * The spor of a period out of the revisjonslogg, with what the rules need of the time before: what happened to the same
 * persons, what the same users and their colleagues saw on that day, what the users did in the last hours and what is usual
 * for them, and the rare acts. Read in pages, so that no statement is long.
 */
import 'server-only';
import { z } from 'zod';
import { type Kontrollvalg, toTilbakeblikkDager } from '#lib/domain/kontroll/kontrollvalg.ts';
import { EGNE_DAGER, listMedMange } from '#lib/domain/kontroll/regler/flere-enn-ellers.ts';
import { type Grunnlag, SAKSINNSYN, type Spor } from '#lib/domain/kontroll/spor.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';
import { listDager, listInnlogginger } from './read-vaner.ts';

/** Rows at a time. */
const SIDE = 5_000;
const TIME_MS = 3_600_000;
const DOEGN_MS = 24 * TIME_MS;
/** How far back the rules that count within an hour must see a user, with the hour before for what was told then. */
const BRUKER_MS = 2 * TIME_MS;

/** Acts that are few and whose rules look further back, with those they are held against. */
const SJELDNE: Record<string, readonly string[]> = {
  AVDEKKING: ['AVDEKKING', 'NOEDTILGANG'],
  NOEDTILGANG: ['AVDEKKING', 'NOEDTILGANG'],
  NEDLASTING: ['NEDLASTING'],
  UTTREKK: ['UTTREKK', 'UTTREKK_GODKJENNING'],
  UTTREKK_SLETTET: ['UTTREKK_KLAR', 'NEDLASTING'],
};

const Row = z
  .object({
    id: z.string(),
    rad_id: z.string(),
    handling_id: z.string(),
    tidspunkt: z.date(),
    slag: z.enum(['DISCLOSED', 'DENIED', 'UNRESOLVED']),
    handling: z.string(),
    bruker: z.string(),
    bruker_id: z.string().nullable(),
    enhet: z.string().nullable(),
    formaal: z.string().nullable(),
    saksreferanse: z.string().nullable(),
    utfall: z.string().nullable(),
    subjekter: z.array(z.string()),
    antall: z.number().nullable(),
    felter: z.array(z.string()),
    fil: z.string().nullable(),
    oekt: z.string().nullable(),
  })
  .transform(({ id, rad_id, handling_id, tidspunkt, bruker_id, ...resten }) => ({
    id,
    spor: {
      ...resten,
      radId: rad_id,
      handlingId: handling_id,
      tidspunkt: tidspunkt.toISOString(),
      brukerId: bruker_id,
    } satisfies Spor,
  }));

/**
 * Of the fields only those of the grading, and the marks of the personregler: no rule reads the others. The calls of a worker,
 * and those for who is close to a user, are left out: nobody sees them.
 */
const SELECT = `select r.id::text as id, r.rad_id, r.handling_id, r.tidspunkt, r.slag, r.handling, r.bruker, r.bruker_id,
    r.enhet, r.formaal, r.saksreferanse, r.utfall, (r.innhold->>'antall')::int as antall, r.innhold->'gjelder'->>'fil' as fil,
    encode(r.session_ref, 'hex') as oekt,
    array(select felt from jsonb_array_elements_text(coalesce(r.innhold->'felter', '[]')) felt
          where felt like 'adressebeskyttelse.%'
          union all select 'personregler.' || navn from jsonb_object_keys(coalesce(r.innhold->'personregler', '{}')) navn) as felter,
    array(select encode(s.subjekt_ref, 'hex') from revisjonslogg.subjekt s
          where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id order by 1) as subjekter
  from revisjonslogg.rad r
  where r.slag in ('DISCLOSED', 'DENIED', 'UNRESOLVED') and r.tidspunkt >= $1 and r.tidspunkt < $2
    and r.handling not in ('UTTREKK_BESTILLING', 'UTTREKK_BATCH', 'UTTREKK_OPPSLAG', 'UTTREKK_HENDELSER', 'NAERSTAAENDE')`;

/** Every spor of a time that also fulfils `vilkaar` (SQL, its values from $4). */
async function listSpor(
  logg: Pool,
  fra: Date,
  til: Date,
  vilkaar = 'true',
  verdier: readonly unknown[] = [],
): Promise<Spor[]> {
  const spor: Spor[] = [];
  for (let etter = '0'; ; ) {
    const sql = `${SELECT} and r.id > $3 and ${vilkaar} order by r.id limit ${SIDE}`;
    const side = await query(logg, Row, sql, [fra, til, etter, ...verdier]);
    for (const rad of side) spor.push(rad.spor);
    const siste = side.at(-1);
    if (side.length < SIDE || siste === undefined) return spor;
    etter = siste.id;
  }
}

/** What the users and their colleagues have seen so far on the day that a period ends in, Norwegian time. */
const DAGEN = `(r.bruker = any($4) or r.enhet = any($5)) and r.handling = any($6)
  and r.tidspunkt >= date_trunc('day', ($2::timestamptz - interval '1 ms') at time zone 'Europe/Oslo') at time zone 'Europe/Oslo'`;

const SAMME_PERSONER = `(r.tidspunkt, r.rad_id) in (select tidspunkt, rad_id from revisjonslogg.subjekt
  where subjekt_ref = any(select decode(ref, 'hex') from unnest($4::text[]) ref) and tidspunkt >= $1 and tidspunkt < $2)`;

/**
 * What the rules are given for a period: the spor that ended in it, and those before it.
 * @param logg of a role that may read the revisjonslogg
 */
export async function readGrunnlag(
  logg: Pool,
  { fra, til }: { fra: Date; til: Date },
  valg: Kontrollvalg,
): Promise<Grunnlag> {
  const nye = await listSpor(logg, fra, til);
  if (nye.length === 0) return { nye, alle: [], dager: [], innlogginger: [] };
  const tidligst = new Date(fra.getTime() - toTilbakeblikkDager(valg) * DOEGN_MS);
  const personer = [...new Set(nye.flatMap(({ subjekter }) => subjekter))];
  const brukere = [...new Set(nye.map(({ bruker }) => bruker))];
  const enheter = [...new Set(nye.flatMap(({ enhet }) => enhet ?? []))];
  const sjeldne = [...new Set(nye.flatMap(({ handling }) => SJELDNE[handling] ?? []))];
  const foer = [
    ...(await listSpor(logg, new Date(fra.getTime() - DOEGN_MS), fra, DAGEN, [brukere, enheter, SAKSINNSYN])),
    ...(personer.length > 0 ? await listSpor(logg, tidligst, fra, SAMME_PERSONER, [personer]) : []),
    ...(await listSpor(logg, new Date(fra.getTime() - BRUKER_MS), fra, 'r.bruker = any($4)', [brukere])),
    ...(sjeldne.length > 0 ? await listSpor(logg, tidligst, fra, 'r.handling = any($4)', [sjeldne]) : []),
  ];
  // The same objects in both, so that a rule can find one in the other.
  const alle = [...new Map([...foer, ...nye].map((spor) => [spor.radId, spor])).values()];
  const medMange = listMedMange({ nye, alle }, valg.grenser.minstPersoner);
  return {
    nye,
    alle,
    dager: await listDager(logg, medMange, fra, EGNE_DAGER),
    innlogginger: await listInnlogginger(logg, brukere, { fra, til }),
  };
}

const Trekkrad = z.object({
  id: z.string(),
  rad_id: z.string(),
  handling_id: z.string(),
  bruker: z.string(),
  handling: z.string(),
});
export type Trekkrad = z.infer<typeof Trekkrad>;

/** Every act by which somebody saw persons in a week, by the first row of it. */
export async function listTrekkbare(logg: Pool, fra: Date, til: Date): Promise<Trekkrad[]> {
  const handlinger = new Map<string, Trekkrad>();
  for (let etter = '0'; ; ) {
    const side = await query(
      logg,
      Trekkrad,
      `select id::text as id, rad_id, handling_id, bruker, handling from revisjonslogg.rad
       where slag in ('DISCLOSED', 'UNRESOLVED') and handling in ('OPPSLAG', 'AVDEKKING', 'NOEDTILGANG', 'SOEK', 'BULK', 'HENDELSESLISTE', 'HENDELSE')
         and tidspunkt >= $1 and tidspunkt < $2 and id > $3 order by id limit ${SIDE}`,
      [fra, til, etter],
    );
    for (const rad of side) if (!handlinger.has(rad.handling_id)) handlinger.set(rad.handling_id, rad);
    const siste = side.at(-1);
    if (side.length < SIDE || siste === undefined) return [...handlinger.values()];
    etter = siste.id;
  }
}

/** The spor of these rows of a week. */
export function listSporAv(logg: Pool, fra: Date, til: Date, radIder: readonly string[]): Promise<Spor[]> {
  return listSpor(logg, fra, til, 'r.rad_id = any($4::uuid[])', [radIder]);
}
