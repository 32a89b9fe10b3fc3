/** Migrations against a real server: applied once, in order, whole, by however many processes start together. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { applyMigrations, migrate } from '#lib/server/db/migrate.ts';
import { createPool, type Pool, query } from '#lib/server/db/pool.ts';

const PASSORD = { portal: 'portal-passord', revisjonsleser: "leser'passord", worker: 'w', forsegler: 'f' };
const dataDir = mkdtempSync(path.join(tmpdir(), 'frp-migrering-'));
const folder = path.join(dataDir, 'migreringer');
let server: EmbeddedPostgres;
let url: string;
let pool: Pool;
let number = 0;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
});

// Every test has a database of its own; roles are shared by the server.
beforeEach(async () => {
  number += 1;
  const owner = createPool(server.ownerUrl, { max: 1 });
  await owner.query(`create database prove${number}`);
  await owner.end();
  url = server.ownerUrl.replace(/postgres$/, `prove${number}`);
  await pool?.end();
  pool = createPool(url, { max: 2 });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

afterAll(async () => {
  await pool.end();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const write = (name: string, sql: string): void => writeFileSync(path.join(folder, name), sql);
const apply = (): Promise<string[]> => applyMigrations(url, PASSORD, folder);
const listTables = async (): Promise<string[]> => {
  const sql = "select tablename from pg_tables where schemaname = 'public' order by 1";
  return (await query(pool, z.object({ tablename: z.string() }), sql)).map(({ tablename }) => tablename);
};

test('files are applied in order once, and a second run does nothing', async () => {
  write('0002-b.sql', 'create table b as select * from a');
  write('0001-a.sql', 'create table a (x int)');
  expect(await apply()).toEqual(['0001-a.sql', '0002-b.sql']);
  expect(await apply()).toEqual([]);
  write('0003-c.sql', 'create table c (x int)');
  expect(await apply()).toEqual(['0003-c.sql']);
  expect(await listTables()).toEqual(['a', 'b', 'c']);
});

test('several that start together apply every file once', async () => {
  write('0001-a.sql', 'create table a (x int); select pg_sleep(0.1)');
  const done = await Promise.all([apply(), apply(), apply()]);
  expect(done.flat()).toEqual(['0001-a.sql']);
});

test('a file changed after it was applied is refused in one sentence', async () => {
  write('0001-a.sql', 'create table a (x int)');
  await apply();
  write('0001-a.sql', 'create table a (x bigint)');
  await expect(apply()).rejects.toThrow(/^Migreringen 0001-a\.sql er endret etter at den ble kjørt: .*\.$/);
});

test('a file that fails half way leaves nothing of itself and keeps those before it', async () => {
  write('0001-a.sql', 'create table a (x int)');
  write('0002-b.sql', 'create table b (x int); select 1/0');
  await expect(apply()).rejects.toThrow('Migreringen 0002-b.sql feilet: division by zero');
  expect(await listTables()).toEqual(['a']);
  write('0002-b.sql', 'create table b (x int)');
  expect(await apply()).toEqual(['0002-b.sql']);
});

test('a file whose record cannot be written is not applied either', async () => {
  write('0001-a.sql', "create table a (x int); alter table drift.migrering add check (navn <> '0001-a.sql')");
  await expect(apply()).rejects.toThrow(/^Databasen kunne ikke klargjøres: .*check constraint/);
  expect(await listTables()).toEqual([]);
});

test('two files with one number are refused before anything runs', async () => {
  write('0001-a.sql', 'create table a (x int)');
  write('0001-b.sql', 'create table b (x int)');
  await expect(apply()).rejects.toThrow('Migreringen 0001-b.sql må hete NNNN-navn.sql med et eget nummer.');
  expect(await listTables()).toEqual([]);
});

test('the roles sign in with the passwords of the last run and may create nothing', async () => {
  const gammelt = { portal: 'gammelt', revisjonsleser: 'gammelt', worker: 'gammelt', forsegler: 'gammelt' };
  await applyMigrations(url, gammelt, folder);
  await apply();
  const roles = PASSORD;
  for (const [role, password] of Object.entries(roles)) {
    const as = (word: string): string => url.replace(/\/\/.*@/, `//${role}:${encodeURIComponent(word)}@`);
    const mine = createPool(as(password), { max: 1 });
    await expect(mine.query('create table public.x (y int)')).rejects.toThrow(/permission denied/);
    await expect(mine.query('select * from drift.migrering')).rejects.toThrow(/permission denied/);
    await expect(mine.query('create role y')).rejects.toThrow(/permission denied/);
    await mine.end();
    const old = createPool(as('gammelt'), { max: 1 });
    await expect(old.query('select 1')).rejects.toThrow(/password/);
    await old.end();
  }
});

test('the migrations of this repository apply to an empty database', async () => {
  const done = await migrate(url, PASSORD);
  expect(done.length).toBeGreaterThan(0);
  expect(await migrate(url, PASSORD)).toEqual([]);
});

test('a database that is away gives one sentence', async () => {
  const away = migrate('postgresql://eier:x@127.0.0.1:1/postgres', PASSORD);
  await expect(away).rejects.toThrow(/^Databasen svarer ikke: /);
});
