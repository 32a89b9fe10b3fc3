/** whose clock is wrong is seen, and a slow answer is no wrong clock. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { readKlokkeavvik, toAvvik } from './klokkeavvik.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.stop());

test.each([
  ['a time between question and answer', [1_000, 1_400, 2_000], 0],
  ['a database that is behind', [5_000, 3_500, 5_100], 1_500],
  ['a database that is ahead', [5_000, 7_000, 5_600], 1_400],
] as const)('A-21: %s', (_, [foer, databasens, etter], avvik) => {
  expect(toAvvik(foer, databasens, etter)).toBe(avvik);
});

test('A-21: clocks that agree are not apart, and one an hour off is, to either side', async () => {
  expect(await readKlokkeavvik(db.portal, Date.now)).toBe(0);
  for (const ms of [3_600_000, -3_600_000])
    expect(await readKlokkeavvik(db.portal, () => Date.now() + ms)).toBeGreaterThan(3_500_000);
});
