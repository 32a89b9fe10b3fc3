/** A real PostgreSQL of a test's own, migrated, with a pool for each role. For tests only. */
import 'server-only';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createPool, type Pool } from '#lib/server/db/pool.ts';

export type TestDatabase = { owner: Pool; portal: Pool; leser: Pool; worker: Pool; stop(): Promise<void> };

function toRoleUrl(ownerUrl: string, role: string, password: string): string {
  return ownerUrl.replace(/\/\/[^@]*@/, `//${role}:${password}@`);
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-db-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.ownerUrl, { portal: 'portal', revisjonsleser: 'leser', worker: 'worker' });
  const owner = createPool(postgres.ownerUrl, { max: 2 });
  const portal = createPool(toRoleUrl(postgres.ownerUrl, 'portal', 'portal'), { max: 4 });
  const leser = createPool(toRoleUrl(postgres.ownerUrl, 'revisjonsleser', 'leser'), { max: 2 });
  const worker = createPool(toRoleUrl(postgres.ownerUrl, 'worker', 'worker'), { max: 4 });

  return {
    owner,
    portal,
    leser,
    worker,
    async stop() {
      await Promise.all([owner.end(), portal.end(), leser.end(), worker.end()]);
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
