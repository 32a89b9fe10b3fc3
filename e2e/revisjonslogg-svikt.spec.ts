/**
 * when the revisjonslogg cannot be written, nobody is asked and nothing is shown. The database is stopped, made
 * read-only and held by a lock, for real; the register's own count says that no call was made. An office of its own.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { createPortalClient, type PortalClient } from '../scripts/portal-client.ts';
import { countCalls as countCallsAt } from './support/office.ts';
import { type OwnOffice, startOwnOffice } from './support/own-office.ts';

let office: OwnOffice;
let client: PortalClient;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  office = await startOwnOffice();
  client = await createPortalClient(office.portalUrl, 'saksbehandler', office.passord);
});
test.afterAll(() => office?.stop());

const countCalls = () => countCallsAt(office.kontrollUrl);

async function ask(): Promise<{ status: number; kode: string | undefined; ms: number }> {
  const started = performance.now();
  const response = await client.send('POST', '/api/oppslag', {
    kriterier: { identifikasjonsnummer: office.numre[0] },
    pakke: 'offentlig-med-hjemmel',
    formaal: 'saksbehandling',
    saksreferanse: '2026/1',
  });
  const { kode } = await response.json();

  return { status: response.status, kode, ms: performance.now() - started };
}

async function withOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: office.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

test('A-01: a log whose role may not insert refuses, and the register sees no call', async () => {
  expect((await ask()).status).toBe(200);
  const before = await countCalls();
  await withOwner((owner) => owner.query('revoke usage on schema revisjonslogg from portal'));
  expect(await ask()).toMatchObject({ status: 503, kode: 'REVISJONSLOGG_UTILGJENGELIG' });
  await withOwner((owner) => owner.query('grant usage on schema revisjonslogg to portal'));
  expect(await countCalls()).toBe(before);
});

test('A-01: a log that is held up answers within seconds, and the register sees no call', async () => {
  const before = await countCalls();
  await withOwner(async (owner) => {
    await owner.query('begin; lock table revisjonslogg.rad in access exclusive mode');
    const answer = await ask();
    expect(answer).toMatchObject({ status: 503, kode: 'REVISJONSLOGG_UTILGJENGELIG' });
    // A bound, not a speed: without one the caseworker waits for as long as the lock is held.
    expect(answer.ms).toBeLessThan(10_000);
    await owner.query('rollback');
  });
  expect(await countCalls()).toBe(before);
});

test('A-01: a database that takes no writes refuses, and the register sees no call', async () => {
  const before = await countCalls();
  await withOwner((owner) => owner.query('alter role portal set default_transaction_read_only = on'));
  await withOwner((owner) =>
    owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal'`),
  );
  expect((await ask()).status).toBe(503);
  await withOwner((owner) => owner.query('alter role portal reset default_transaction_read_only'));
  await withOwner((owner) =>
    owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal'`),
  );
  expect(await countCalls()).toBe(before);
});

test('the portal comes back by itself when the database does', async () => {
  await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(200);
});

test('A-01: without a database there is a clear refusal, and the register sees no call', async () => {
  const before = await countCalls();
  const pidFile = path.join(office.dataDir, 'postgres', 'klynge', 'postmaster.pid');
  process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGINT');
  await expect.poll(() => existsSync(pidFile), { timeout: 20_000 }).toBe(false);
  expect(await ask()).toMatchObject({ status: 503, kode: 'DATABASE_UTILGJENGELIG' });
  expect((await fetch(`${office.portalUrl}/api/internal/ready`)).status).toBe(503);
  expect((await fetch(`${office.portalUrl}/api/internal/live`)).status).toBe(204);
  expect(await countCalls()).toBe(before);
});
