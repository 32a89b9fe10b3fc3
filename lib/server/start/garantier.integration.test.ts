/** L-07, A-04, A-05: each promise of the database, broken once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool } from '#lib/server/db/pool.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { checkGarantier } from './garantier.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.stop());

/** What a portal that starts now says of the database. */
async function check(now: () => number = Date.now): Promise<string> {
  const pool = createPool(db.toUrl('portal'), { max: 1 });
  try {
    return await checkGarantier(pool, now).then(
      () => 'served',
      (error: Error) => error.message,
    );
  } finally {
    await pool.end();
  }
}

test('a database as it is migrated is served', async () => {
  expect(await check()).toBe('served');
});

const BROKEN = [
  [
    'commits are not waited for',
    'alter role portal set synchronous_commit = off',
    'alter role portal reset synchronous_commit',
    'a commit may be lost',
  ],
  [
    'commits are on disk here only',
    'alter role portal set synchronous_commit = local',
    'alter role portal reset synchronous_commit',
    'a commit may be lost',
  ],
  [
    'one column can be read',
    'grant select (bruker) on revisjonslogg.rad to portal',
    'revoke select (bruker) on revisjonslogg.rad from portal',
    'may read',
  ],
  [
    'one column can be changed',
    'grant update (utfall) on revisjonslogg.rad to portal',
    'revoke update (utfall) on revisjonslogg.rad from portal',
    'may change',
  ],
  [
    'rows of what no month took can be deleted',
    'grant delete on revisjonslogg.rad_rest to portal',
    'revoke delete on revisjonslogg.rad_rest from portal',
    'may change',
  ],
  [
    'everybody may empty the subjects',
    'grant truncate on revisjonslogg.subjekt to public',
    'revoke truncate on revisjonslogg.subjekt from public',
    'may change',
  ],
  ['it can make roles', 'alter role portal createrole', 'alter role portal nocreaterole', 'may make roles'],
  ['it is a superuser', 'alter role portal superuser', 'alter role portal nosuperuser', 'may make roles'],
] as const;
for (const [name, breaks, mends, sentence] of BROKEN) {
  test(`L-07: nobody is served when ${name}`, async () => {
    await db.owner.query(breaks);
    try {
      expect(await check()).toContain(sentence);
    } finally {
      await db.owner.query(mends);
    }
    expect(await check()).toBe('served');
  });
}

/** Sets the server's fsync and waits until it counts: the server reads its settings when it comes to it. */
async function setFsync(verdi: 'on' | 'off'): Promise<void> {
  await db.owner.query(`alter system set fsync = ${verdi}`);
  await db.owner.query('select pg_reload_conf()');
  await expect.poll(async () => (await db.owner.query('show fsync')).rows).toEqual([{ fsync: verdi }]);
}

test('L-07: nobody is served when commits are not written to the disk', async () => {
  await setFsync('off');
  try {
    expect(await check()).toContain('a commit may be lost');
  } finally {
    await setFsync('on');
  }
  expect(await check()).toBe('served');
});

test('L-07: nobody is served when our clock is two minutes off, to either side', async () => {
  for (const ms of [120_000, -120_000])
    expect(await check(() => Date.now() + ms)).toContain('our clock and the database’s are apart');
});
