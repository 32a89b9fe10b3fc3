/** A real PostgreSQL of a test's own, migrated, with a pool for each role. For tests only. */
import 'server-only';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { createPool, type Pool } from '#lib/server/db/pool.ts';
import { MAL, PASSORD } from '#lib/server/db/test-klynge.ts';

export type TestDatabase = {
  owner: Pool;
  portal: Pool;
  leser: Pool;
  worker: Pool;
  forsegler: Pool;
  /** Where the database lies. */
  dataDir: string;
  /** How another process reaches it as its owner. */
  ownerUrl: string;
  /** The same as another role. */
  toUrl(role: keyof typeof PASSORD): string;
  /** Runs a statement as an owner who has taken every guard down: triggers and foreign keys. */
  changeUnguarded(sql: string, values?: readonly unknown[]): Promise<void>;
  stop(): Promise<void>;
};

export type TestServer = {
  /** A migrated database of its own in this server. */
  createDatabase(): Promise<TestDatabase>;
  stop(): Promise<void>;
};

function toRoleUrl(ownerUrl: string, role: keyof typeof PASSORD): string {
  return ownerUrl.replace(/\/\/[^@]*@/, `//${role}:${PASSORD[role]}@`);
}

async function runUnguarded(owner: Pool, sql: string, values: readonly unknown[]): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("begin; set local session_replication_role = 'replica'");
    await client.query(sql, [...values]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function openDatabase(url: string, dataDir: string): TestDatabase {
  const owner = createPool(url, { max: 2, withinMs: 30_000 });
  const pools = {
    owner,
    portal: createPool(toRoleUrl(url, 'portal'), { max: 4 }),
    leser: createPool(toRoleUrl(url, 'revisjonsleser'), { max: 2 }),
    worker: createPool(toRoleUrl(url, 'worker'), { max: 4 }),
    forsegler: createPool(toRoleUrl(url, 'forsegler'), { max: 3, withinMs: 30_000 }),
  };

  return {
    ...pools,
    dataDir,
    ownerUrl: url,
    toUrl: (role) => toRoleUrl(url, role),
    changeUnguarded: (sql, values = []) => runUnguarded(owner, sql, values),
    async stop() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}

/** A server with any number of migrated databases: the second costs a copy, not a start. */
export async function createTestServer(): Promise<TestServer> {
  const mappe = inject('proevemappe');
  const dataDir = mkdtempSync(path.join(mappe, 'db-'));
  // With the owners of the files: they are the server's.
  await promisify(execFile)('cp', ['-a', path.join(mappe, MAL, 'postgres'), dataDir]);
  const postgres = await startPostgres({ dataDir });
  const owner = createPool(postgres.ownerUrl, { max: 1, withinMs: 30_000 });
  const toUrl = (name: string) => postgres.ownerUrl.replace(/postgres$/, name);
  let number = 0;

  return {
    async createDatabase() {
      number += 1;
      await owner.query(`create database prove${number} template ${MAL}`);

      return openDatabase(toUrl(`prove${number}`), dataDir);
    },
    async stop() {
      await owner.end();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await createTestServer();
  const database = await server.createDatabase();

  return {
    ...database,
    async stop() {
      await database.stop();
      await server.stop();
    },
  };
}
