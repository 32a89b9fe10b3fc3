/** Calls are heard, also after the connection was broken. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startListening } from './start-listening.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.stop());

test('a call is heard, and again after the server has cut the connection', async () => {
  let heard: (melding: string | null) => void = () => undefined;
  const next = () => new Promise<string | null>((resolve) => (heard = resolve));
  const connected = next();
  const listening = startListening(database.toUrl('worker'), 'proeve', (melding) => heard(melding));
  expect(await connected).toBeNull();

  const called = next();
  await database.worker.query("notify proeve, 'noe'");
  expect(await called).toBe('noe');

  const reconnected = next();
  const { rowCount } = await database.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and pid <> pg_backend_pid()`,
  );
  expect(rowCount).toBe(1);
  await reconnected;
  const calledAgain = next();
  await database.worker.query('notify proeve');
  await calledAgain;
  await listening.stop();
});
