/** The process that DuckDB runs in ends with whoever asked, also when nobody could tell it to. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SPOERRER = path.join(import.meta.dirname, 'duckdb.fixture.ts');

test('a process that is killed while DuckDB waits for its rows leaves no DuckDB behind', async () => {
  const spoerrer = spawn(process.execPath, ['--conditions=react-server', SPOERRER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(spoerrer.stdout, 'data');
  const barn = readFileSync(`/proc/${spoerrer.pid}/task/${spoerrer.pid}/children`, 'utf8').trim();
  expect(barn).toMatch(/^\d+$/);
  expect(readFileSync(`/proc/${barn}/cmdline`, 'utf8')).toContain('duckdb-prosess.ts');
  spoerrer.kill('SIGKILL');
  await expect.poll(() => existsSync(`/proc/${barn}`), { timeout: 20_000 }).toBe(false);
});
