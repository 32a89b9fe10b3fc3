/** A real PostgreSQL of a test's own, migrated, with a pool for each role. For tests only. */
import 'server-only';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createPool, type Pool } from '#lib/server/db/pool.ts';

export type TestDatabase = {
  owner: Pool;
  portal: Pool;
  leser: Pool;
  worker: Pool;
  forsegler: Pool;
  /** Runs a statement as an owner who has taken every guard down: triggers and foreign keys. */
  changeUnguarded(sql: string, values?: readonly unknown[]): Promise<void>;
  stop(): Promise<void>;
};

function toRoleUrl(ownerUrl: string, role: string, password: string): string {
  return ownerUrl.replace(/\/\/[^@]*@/, `//${role}:${password}@`);
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-db-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.ownerUrl, {
    portal: 'portal',
    revisjonsleser: 'leser',
    worker: 'worker',
    forsegler: 'forsegler',
  });
  const owner = createPool(postgres.ownerUrl, { max: 2 });
  const portal = createPool(toRoleUrl(postgres.ownerUrl, 'portal', 'portal'), { max: 4 });
  const leser = createPool(toRoleUrl(postgres.ownerUrl, 'revisjonsleser', 'leser'), { max: 2 });
  const worker = createPool(toRoleUrl(postgres.ownerUrl, 'worker', 'worker'), { max: 4 });
  const forsegler = createPool(toRoleUrl(postgres.ownerUrl, 'forsegler', 'forsegler'), { max: 2 });
  const pools = { owner, portal, leser, worker, forsegler };

  return {
    ...pools,
    async changeUnguarded(sql, values = []) {
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
    },
    async stop() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
