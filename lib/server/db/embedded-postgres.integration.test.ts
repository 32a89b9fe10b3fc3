/** The launcher against the real programs: each test has a data folder and servers of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type EmbeddedPostgres, startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { createPool, query } from '#lib/server/db/pool.ts';
import { findRunningPid, getStartTicks } from '#lib/server/db/postgres-process.ts';
import { socketFolderFor } from '#lib/server/db/postgres-socket.ts';

let dataDir: string;
let cluster: string;
const started: EmbeddedPostgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'frp-pg-'));
  cluster = path.join(dataDir, 'postgres', 'klynge');
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  const pid = findRunningPid(cluster);
  if (pid) await killAndWait(pid);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir });
  started.push(server);
  return server;
}

async function killAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => getStartTicks(pid), { timeout: 10_000 }).toBeNull();
}

/** Starts PostgreSQL from another process, which then is killed as `kill -9` does. */
async function startAndKillTheStarter(): Promise<string> {
  const script = path.join(import.meta.dirname, 'start-postgres.fixture.ts');
  const child = spawn('node', ['--conditions=react-server', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return String(line).trim();
}

async function ask(ownerUrl: string, sql: string): Promise<string[]> {
  const pool = createPool(ownerUrl, { max: 1 });
  try {
    const rows = await query(pool, z.object({ svar: z.coerce.string() }), sql);
    return rows.map(({ svar }) => svar);
  } finally {
    await pool.end();
  }
}

test('a started server answers on its unix socket with a password, and on no network address', async () => {
  const { ownerUrl } = await start();
  expect(
    await ask(ownerUrl, "select current_setting('listen_addresses') || current_setting('fsync') as svar"),
  ).toEqual(['on']);
  await expect(ask(ownerUrl.replace(/:[0-9a-f]+@/, ':feil@'), 'select 1 as svar')).rejects.toThrow(
    /password/,
  );
  expect(statSync(path.join(dataDir, 'postgres', 'eierpassord')).mode & 0o077).toBe(0);
});

test('stop leaves no process and keeps the data', async () => {
  const first = await start();
  await ask(first.ownerUrl, 'create table merke as select 7 as svar');
  const pid = findRunningPid(cluster);
  await first.stop();
  expect(pid).not.toBeNull();
  expect(getStartTicks(pid ?? 0)).toBeNull();
  const second = await start();
  expect(await ask(second.ownerUrl, 'select svar from merke')).toEqual(['7']);
});

test('starters at the same time share one server, and only the one that started it stops it', async () => {
  const servers = await Promise.all([start(), start(), start()]);
  const pid = findRunningPid(cluster);
  expect(new Set(servers.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
  // Whoever came first is the owner; two of three stops therefore change nothing.
  const after: (number | null)[] = [];
  for (const server of servers) {
    await server.stop();
    after.push(findRunningPid(cluster));
  }
  expect(pid).not.toBeNull();
  expect(after.at(-1)).toBeNull();
});

test('an adopter does not stop a server whose starter lives', async () => {
  await start();
  const adopter = await start();
  const pid = findRunningPid(cluster);
  await adopter.stop();
  expect(findRunningPid(cluster)).toBe(pid);
  expect(pid).not.toBeNull();
});

test('a server whose starter was killed is adopted, and then stopped by its new owner', async () => {
  const url = await startAndKillTheStarter();
  const pid = findRunningPid(cluster);
  expect(pid).not.toBeNull();
  const adopter = await start();
  expect(adopter.ownerUrl).toBe(url);
  expect(findRunningPid(cluster)).toBe(pid);
  await adopter.stop();
  expect(findRunningPid(cluster)).toBeNull();
});

test('what was committed before kill -9 of the server is there after the next start', async () => {
  const first = await start();
  await ask(first.ownerUrl, 'create table merke as select 9 as svar');
  await killAndWait(findRunningPid(cluster) ?? 0);
  const second = await start();
  expect(await ask(second.ownerUrl, 'select svar from merke')).toEqual(['9']);
});

test('a lock file whose number now belongs to another program does not stop the start', async () => {
  await (await start()).stop();
  writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`);
  const { ownerUrl } = await start();
  expect(await ask(ownerUrl, 'select 1 as svar')).toEqual(['1']);
});

test('a failed statement leaves neither the statement nor the row in the log', async () => {
  const { ownerUrl } = await start();
  await ask(ownerUrl, 'create table merke (svar text unique)');
  await ask(ownerUrl, "insert into merke values ('hemmelig-verdi')");
  await expect(ask(ownerUrl, "insert into merke values ('hemmelig-verdi')")).rejects.toThrow(/duplicate/);
  const log = readFileSync(path.join(cluster, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('hemmelig-verdi');
});

test('a data folder too deep for a socket gets a short one elsewhere', () => {
  const deep = `/srv/${'lang-mappe/'.repeat(12)}postgres`;
  expect(socketFolderFor('/srv/postgres')).toBe('/srv/postgres/sokkel');
  expect(`${socketFolderFor(deep)}/.s.PGSQL.5432`.length).toBeLessThan(108);
});

test('a data folder that cannot be written gives one sentence', async () => {
  writeFileSync(path.join(dataDir, 'fil'), '');
  await expect(startPostgres({ dataDir: path.join(dataDir, 'fil') })).rejects.toThrow(
    /^Kan ikke skrive i .* DATA_DIR\.$/,
  );
});
