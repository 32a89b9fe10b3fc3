/** The months of the revisjonslogg: what was there before moves into them whole, and what is made keeps every guard. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { applyMigrations, migrate } from '#lib/server/db/migrate.ts';
import { createPool, type Pool } from '#lib/server/db/pool.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';

const PASSORD = { portal: 'a', revisjonsleser: 'b', worker: 'c', forsegler: 'd' };
const MIGRATIONS = path.join(import.meta.dirname, '..', 'db', 'migrations');

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.stop());

const INSERT = `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'DENIED', 'OPPSLAG', 'a')`;

async function listPartisjoner(): Promise<string[]> {
  const { rows } = await db.owner.query(
    `select c.relname as navn from pg_inherits join pg_class c on c.oid = inhrelid
     where inhparent = 'revisjonslogg.rad'::regclass order by 1`,
  );

  return rows.map(({ navn }) => navn);
}

test('this month and the next three are there, and a rest for what nobody made room for', async () => {
  const { rows } = await db.owner.query(
    `select array_agg('rad_' || to_char(m, 'YYYY_MM') order by m) as navn
     from generate_series(date_trunc('month', now() at time zone 'UTC'), (now() + interval '3 months') at time zone 'UTC', '1 month') m`,
  );
  expect(await listPartisjoner()).toEqual([...rows[0].navn, 'rad_rest']);
});

test('the sealer makes the months that are missing, once, and each is guarded as the first', async () => {
  const last = (await listPartisjoner()).findLast((navn) => navn !== 'rad_rest') ?? '';
  const ensure = async () =>
    (await db.forsegler.query('select revisjonslogg.ensure_partisjoner() as antall')).rows[0].antall;
  await db.owner.query(`drop table revisjonslogg.${last.replace('rad', 'subjekt')}`);
  await db.owner.query(`alter table revisjonslogg.rad detach partition revisjonslogg.${last}`);
  await db.owner.query(`drop table revisjonslogg.${last}`);
  expect(await ensure()).toBe(1);
  expect(await ensure()).toBe(0);
  await expect(db.owner.query(`delete from revisjonslogg.${last}`)).rejects.toMatchObject({ code: '42501' });
  await expect(db.portal.query(`select * from revisjonslogg.${last}`)).rejects.toMatchObject({
    code: '42501',
  });
  const { rows } = await db.owner.query(
    `select indexdef from pg_indexes where schemaname = 'revisjonslogg' and tablename = $1 and indexdef like '%UNIQUE%kall_id%'`,
    [last],
  );
  expect(rows).toHaveLength(2);
});

test('a row that no month takes is kept in the rest, and its month is left there', async () => {
  const [first = ''] = await listPartisjoner();
  await db.owner.query(`drop table revisjonslogg.${first.replace('rad', 'subjekt')}`);
  await db.owner.query(`alter table revisjonslogg.rad detach partition revisjonslogg.${first}`);
  await db.owner.query(`drop table revisjonslogg.${first}`);
  await db.portal.query(INSERT);
  await db.forsegler.query('select revisjonslogg.ensure_partisjoner()');
  expect(await listPartisjoner()).not.toContain(first);
  expect((await db.owner.query('select bruker from revisjonslogg.rad_rest')).rows).toEqual([{ bruker: 'a' }]);
});

test('A-04: who is added to a row after the statement that wrote it does not belong to it', async () => {
  await db.portal.query(INSERT);
  const { rows } = await db.owner.query('select rad_id from revisjonslogg.rad order by id desc limit 1');
  const [{ rad_id }] = rows;
  await db.portal.query(`insert into revisjonslogg.subjekt (subjekt_ref, rad_id) values ('\\x00', $1)`, [
    rad_id,
  ]);
  const found = await db.leser.query(
    'select from revisjonslogg.rad r join revisjonslogg.subjekt s using (tidspunkt, rad_id) where rad_id = $1',
    [rad_id],
  );
  expect(found.rowCount).toBe(0);
});

async function withOldDatabase<T>(work: (pool: Pool, url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-db-'));
  const before = path.join(dataDir, 'foer');
  mkdirSync(before);
  for (const navn of readdirSync(MIGRATIONS).filter((file) => file < '0005'))
    copyFileSync(path.join(MIGRATIONS, navn), path.join(before, navn));
  let postgres: EmbeddedPostgres | undefined;
  try {
    postgres = await startPostgres({ dataDir });
    await applyMigrations(postgres.ownerUrl, PASSORD, before);
    const pool = createPool(postgres.ownerUrl, { max: 1 });

    return await work(pool, postgres.ownerUrl).finally(() => pool.end());
  } finally {
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** As they were: without what came to them later. */
const ROWS = "select to_jsonb(r) - 'merke' as rad from revisjonslogg.rad r order by id";
const SUBJECTS = 'select subjekt_ref, rad_id from revisjonslogg.subjekt order by 1, 2';

test('rows from before the months move into them, byte for byte, and the numbers go on', async () => {
  await withOldDatabase(async (pool, url) => {
    await pool.query(
      `insert into revisjonslogg.rad (tidspunkt, rad_id, handling_id, kall_id, slag, handling, bruker, innhold, konvolutt)
       select now() - n * interval '20 days', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'DENIED', 'OPPSLAG',
              'bruker-' || n, '{"deler": ["person-basis"]}', '\\x0102'
       from generate_series(1, 20) n`,
    );
    await pool.query(
      `insert into revisjonslogg.subjekt select decode(md5(n::text), 'hex'), rad_id
       from revisjonslogg.rad, generate_series(1, 3) n`,
    );
    const [rows, subjects] = [await pool.query(ROWS), await pool.query(SUBJECTS)];
    expect(await migrate(url, PASSORD)).toContain('0005-forsegling.sql');
    expect((await pool.query(ROWS)).rows).toEqual(rows.rows);
    expect((await pool.query(SUBJECTS)).rows).toEqual(subjects.rows);
    expect((await pool.query('select 1 from revisjonslogg.rad_rest')).rows).toEqual([]);
    await pool.query(INSERT);
    expect((await pool.query('select max(id)::int as id from revisjonslogg.rad')).rows).toEqual([{ id: 21 }]);
  });
});
