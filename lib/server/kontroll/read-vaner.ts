/**
 * What is usual for one employee, out of the revisjonslogg and into memory for one run of the rules (security.md D-03): on
 * each of her days how many persons she saw. Rule: it is read of those only whose day is large by itself, one at a time, and kept nowhere.
 */
import 'server-only';
import { z } from 'zod';
import { type Dag, PERSONINNSYN } from '#lib/domain/kontroll/spor.ts';
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
