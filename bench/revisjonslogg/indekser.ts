/**
 * Filling the log without its indexes and making them afterwards, as the database's owner: a large log is made in a third
 * of the time, and every index is there when it is read. What the indexes are is asked of the database.
 */
import { z } from 'zod';
import { type Pool, query } from '#lib/server/db/pool.ts';

const Indeks = z.object({ bort: z.string(), igjen: z.string() });

/** Those of the tables and of each month that do not belong to one above them; a key is made anew as a key. */
const INDEKSER = `select case when k.oid is null then format('drop index %s', i.indexrelid::regclass)
    else format('alter table %s drop constraint %I', i.indrelid::regclass, k.conname) end as bort,
  case when k.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
    else format('alter table %s add constraint %I %s', i.indrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) end as igjen
  from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = t.relnamespace left join pg_constraint k on k.conindid = i.indexrelid
  where n.nspname = 'revisjonslogg' and not c.relispartition and t.relname ~ '^(rad|subjekt)'
  order by c.relname`;

/** Nothing that is lost with the machine matters here. */
const RASKT = [
  'fsync = off',
  'full_page_writes = off',
  "max_wal_size = '8GB'",
  "maintenance_work_mem = '512MB'",
];

/** Runs `fyll` with the indexes of the log taken away, then makes them again. The months must be there. */
export async function withoutIndekser(eier: Pool, fyll: () => Promise<void>): Promise<void> {
  for (const valg of RASKT) await eier.query(`alter system set ${valg}`);
  await eier.query('select pg_reload_conf()');
  const indekser = await query(eier, Indeks, INDEKSER);
  for (const { bort } of indekser) await eier.query(bort);
  await fyll();
  for (const { igjen } of indekser) await eier.query(igjen);
  await eier.query('alter system reset all');
  await eier.query('select pg_reload_conf()');
  await eier.query('checkpoint');
}
