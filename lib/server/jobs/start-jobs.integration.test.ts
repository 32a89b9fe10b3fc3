/** A duty that is called for runs at once, in one worker at a time. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { type Jobs, startJobs } from './start-jobs.ts';

let database: TestDatabase;
let jobs: Jobs[] = [];
let igang = 0;
let mest = 0;
const kjoert: string[] = [];
let changed: () => void = () => undefined;

/** A duty of a worker, whose set time is so far off that only a call can make it run. */
const createPlikt = (navn: string) => ({
  navn,
  cron: '0 0 29 2 *',
  async run() {
    mest = Math.max(mest, ++igang);
    await database.worker.query('select pg_sleep(0.2)');
    igang--;
    kjoert.push(navn);
    changed();
  },
});
const plikter = [createPlikt('kalt'), createPlikt('ikke-kalt')];

async function waitForKjoert(antall: number): Promise<void> {
  while (kjoert.length < antall) await new Promise<void>((resolve) => (changed = resolve));
}

beforeAll(async () => {
  database = await createTestDatabase();
  jobs = [
    await startJobs(database.toUrl('worker'), plikter),
    await startJobs(database.toUrl('worker'), plikter),
  ];
});
afterAll(async () => {
  await Promise.all(jobs.map((en) => en.stop()));
  await database?.stop();
});

test('with two workers it runs, never twice at once, and what nobody called for does not', async () => {
  // Both listen from some time after they have started: the first call may be heard by none.
  while (kjoert.length === 0) {
    await database.portal.query("select pg_notify('plikt', 'kalt')");
    await Promise.race([waitForKjoert(1), database.worker.query('select pg_sleep(0.5)')]);
  }
  const foer = kjoert.length;
  await database.portal.query("select pg_notify('plikt', 'kalt'), pg_notify('plikt', 'ukjent')");
  await waitForKjoert(foer + 1);
  expect(mest).toBe(1);
  expect(new Set(kjoert)).toEqual(new Set(['kalt']));
});
