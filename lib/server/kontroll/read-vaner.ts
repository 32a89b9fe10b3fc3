/**
 * What is usual for one employee, out of the revisjonslogg and into memory for one run of the rules (security.md D-03): how
 * many persons she saw on each of her days, and which kinds of browser she signs in with. Rule: the days are read of those
 * only whose day is large by itself, and nothing of it is kept.
 */
import 'server-only';
import { z } from 'zod';
import { NETTLESER_DAGER } from '#lib/domain/kontroll/regler/ny-nettleser.ts';
import { type Dag, type Innlogging, PERSONINNSYN } from '#lib/domain/kontroll/spor.ts';
import { type Pool, query } from '#lib/server/db/pool.ts';

const DOEGN_MS = 86_400_000;

const Dagrad = z.object({ bruker: z.string(), dag: z.string(), personer: z.number() });

/** A person with two numbers is the first of her references, as in `findSubjekt`. */
const DAGER = `select bruker, dag, count(distinct person)::int as personer from (
    select r.bruker, (r.tidspunkt at time zone 'Europe/Oslo')::date::text as dag,
      (select s.subjekt_ref from revisjonslogg.subjekt s
       where s.tidspunkt = r.tidspunkt and s.rad_id = r.rad_id order by 1 limit 1) as person
    from revisjonslogg.rad r
    where r.bruker = $1 and r.tidspunkt >= $2 and r.tidspunkt < $3
      and r.slag in ('DISCLOSED', 'UNRESOLVED') and r.handling = any($4)) sett
  where person is not null group by bruker, dag order by dag`;

/** The days of these users from so many days before `til`, Norwegian time. @param logg of a role that may read the log */
export async function listDager(
  logg: Pool,
  brukere: readonly string[],
  til: Date,
  dager: number,
): Promise<Dag[]> {
  const fra = new Date(til.getTime() - dager * DOEGN_MS);
  const alle: Dag[] = [];
  for (const bruker of brukere)
    alle.push(...(await query(logg, Dagrad, DAGER, [bruker, fra, til, PERSONINNSYN])));
  return alle;
}

const Innloggingsrad = z.object({
  oekt: z.string(),
  nettleser: z.string(),
  system: z.string(),
  kjent: z.boolean(),
  tidligere: z.number(),
});

const INNLOGGINGER = `with innlogging as (
    select r.bruker, r.tidspunkt, encode(r.session_ref, 'hex') as oekt,
      r.innhold->'gjelder'->>'nettleser' as nettleser, r.innhold->'gjelder'->>'system' as system
    from revisjonslogg.rad r
    where r.bruker = any($1) and r.handling = 'INNLOGGING' and r.slag = 'LOGIN' and r.session_ref is not null
      and r.tidspunkt >= $2::timestamptz - interval '1 day' and r.tidspunkt < $3)
  select i.oekt, i.nettleser, i.system, sist.tidspunkt is not null as kjent,
    case when sist.tidspunkt is not null then 0 else (
      select count(*)::int from revisjonslogg.rad r
      where r.bruker = i.bruker and r.handling = 'INNLOGGING' and r.slag = 'LOGIN' and r.innhold->'gjelder' ? 'nettleser'
        and r.tidspunkt >= i.tidspunkt - make_interval(days => $4) and r.tidspunkt < i.tidspunkt - interval '1 day') end as tidligere
  from innlogging i left join lateral (
    select r.tidspunkt from revisjonslogg.rad r
    where r.bruker = i.bruker and r.handling = 'INNLOGGING' and r.slag = 'LOGIN'
      and r.innhold->'gjelder'->>'nettleser' = i.nettleser and r.innhold->'gjelder'->>'system' = i.system
      and r.tidspunkt >= i.tidspunkt - make_interval(days => $4) and r.tidspunkt < i.tidspunkt - interval '1 day'
    order by r.tidspunkt desc limit 1) sist on true
  where i.nettleser is not null and i.system is not null order by i.tidspunkt, i.oekt`;

/**
 * The sign-ins of these users in the period and the day before it. The last one of the same kind is looked for backwards:
 * of most it is the first that is found, and only those of a new kind are counted.
 */
export function listInnlogginger(
  logg: Pool,
  brukere: readonly string[],
  { fra, til }: { fra: Date; til: Date },
): Promise<Innlogging[]> {
  return query(logg, Innloggingsrad, INNLOGGINGER, [brukere, fra, til, NETTLESER_DAGER]);
}
