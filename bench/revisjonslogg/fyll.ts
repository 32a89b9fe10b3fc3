/**
 * A revisjonslogg of many rows, made in the database: acts of two rows and one person each, spread evenly over two years,
 * by five hundred users of whom some do most. What can be filtered by has values that most acts have, that some have and
 * that few have, evenly over the time. A few persons are known by number, so that they can be asked about. Ids begin
 * with the time, as those of the portal do.
 */
import type { Pool } from '#lib/server/db/pool.ts';

/** How long back the rows go. */
export const DAGER = 729;
const BRUKERE = 500;
const PERSONER = 2_000_000;
/** One act in so many is about one of the known persons, and one in so many about the most looked up of all. */
const EN_KJENT = 2_000;
const EN_MEST = 5_000;

/** The values that few acts have, as `lesing.ts` asks for them: one act in so many. */
export const SJELDNE = { handling: 'AVDEKKING', formaal: 'arkiv', pakke: 'offentlig-uten-hjemmel' } as const;
const EN_SJELDEN = { handling: 5_003, formaal: 7_001, pakke: 6_007, avvist: 997 };
/** A purpose that one act in nine has. */
export const NOEN_HAR = 'kontroll';

const MONTHS = `select revisjonslogg.create_partisjoner(now() - interval '${DAGER} days', now())`;
const ACTS = `with naar as (
  select n, make_interval(secs => -${DAGER * 86_400} * (1 - n / $3::float8)) as siden from generate_series($1::bigint, $2::bigint) n
), act as materialized (
  select n, now() + siden as tid, uuidv7(siden) as handling_id, uuidv7(siden) as kall_id, siden,
    (hashint8(n)::bigint & 2147483647) / 2147483648.0 as del,
    case when n % ${EN_SJELDEN.handling} = 3 then '${SJELDNE.handling}' else 'OPPSLAG' end as handling,
    case when n % ${EN_SJELDEN.formaal} = 4 then '${SJELDNE.formaal}' when n % 9 = 5 then '${NOEN_HAR}' else 'saksbehandling' end as formaal,
    case when n % ${EN_SJELDEN.pakke} = 6 then '${SJELDNE.pakke}' else 'offentlig-med-hjemmel' end as pakke,
    case when n % ${EN_SJELDEN.avvist} = 7 then 'DENIED' else 'DISCLOSED' end as slutt
  from naar
), ny as materialized (
  select act.*, s.*, uuidv7(siden + s.etter) as rad_id, tid + s.etter as tidspunkt
  from act cross join lateral (values ('INTENT', interval '0'), (act.slutt, interval '150 ms')) s (slag, etter)
), rad as (
  insert into revisjonslogg.rad (tidspunkt, rad_id, handling_id, kall_id, slag, handling, bruker, bruker_id, enhet,
    session_ref, formaal, saksreferanse, pakke, utfall, innhold, konvolutt)
  select tidspunkt, rad_id, handling_id, kall_id, slag, handling, 'bruker' || floor(${BRUKERE} * del * del), handling_id,
    'Enhet', decode(md5(n::text), 'hex'), formaal, '2026/' || n % 100000, pakke,
    case slag when 'INTENT' then null else 'funnet' end,
    case slag when 'INTENT' then '{"deler": ["person-basis"]}'::jsonb else jsonb_build_object('deler',
      array['person-basis'], 'felter', array['navn.fornavn', 'navn.etternavn', 'bostedsadresse.vegadresse', 'kjoenn.kjoenn',
      'foedsel.foedselsdato', 'sivilstand.sivilstand', 'status.status'], 'avtrykk', md5(n::text) || md5(slag)) end,
    decode(repeat(md5(kall_id::text), 5), 'hex')
  from ny order by n, etter)
insert into revisjonslogg.subjekt (subjekt_ref, rad_id, tidspunkt)
select case when n % ${EN_MEST} = 1 then ($4::bytea[])[1] when n % ${EN_KJENT} = 0
  then ($4::bytea[])[2 + n / ${EN_KJENT} % (cardinality($4::bytea[]) - 1)]
  else decode(md5(floor(${PERSONER} * del)::text), 'hex') end, rad_id, tidspunkt
from ny`;

/** Makes the months that `fyllLogg` writes in, as `eier` must before it. */
export async function createMaaneder(eier: Pool): Promise<void> {
  await eier.query(MONTHS);
}

/**
 * @param eier pool of the owner, with time enough for `iEn` acts
 * @param rader how many rows, even
 * @param iEn acts in each transaction
 * @param samtidige transactions at a time; with several, numbers do not follow the time, which a sealed log must
 * @param kjente references of the known persons, the most looked up first; two or more
 */
export async function fyllLogg(
  eier: Pool,
  {
    rader,
    iEn,
    samtidige,
    kjente,
  }: { rader: number; iEn: number; samtidige: number; kjente: readonly Buffer[] },
): Promise<void> {
  const handlinger = rader / 2;
  let neste = 1;
  const write = async () => {
    for (let fra = neste; fra <= handlinger; fra = neste) {
      neste += iEn;
      await eier.query(ACTS, [fra, Math.min(fra + iEn - 1, handlinger), handlinger, kjente]);
    }
  };
  await Promise.all(Array.from({ length: samtidige }, write));
}

/** What the database knows of the log after a while of writing: which pages are whole, and how often a value comes. */
export async function settle(eier: Pool): Promise<void> {
  await eier.query('vacuum (analyze) revisjonslogg.rad');
  await eier.query('vacuum (analyze) revisjonslogg.subjekt');
}
