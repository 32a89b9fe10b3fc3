/** a new key takes nothing away: rows under the old one are found and opened, and without it they are not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seal } from '#lib/server/crypto.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { listPosisjoner } from '#lib/server/logglesing/list-posisjoner.ts';
import { readTopp, toSidesoek } from '#lib/server/logglesing/read-revisjonslogg.ts';
import { createRevisjonslogg } from './create-revisjonslogg.ts';
import { TEST_PLAN } from './forsegling/test-logg.ts';
import { openKonvolutt, type Revisjonsnoekler } from './noekler.ts';

const toKey = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLDEST, OLD, NEW, OTHER] = [toKey(1), toKey(2), toKey(3), toKey(4)];
const ALL: Revisjonsnoekler = [NEW, OLD, OLDEST];
const [NUMMER = ''] = TEST_PLAN.subjekter;
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  for (const key of [OLDEST, OLD, NEW]) await createRevisjonslogg(db.portal, key).intend(TEST_PLAN);
});
afterAll(() => db.stop());

async function countFound(noekler: Revisjonsnoekler, personidentifikator = NUMMER): Promise<number> {
  const lesning = { topp: await readTopp(db.leser), etter: null };

  return (await listPosisjoner(db.leser, toSidesoek({ personidentifikator }, noekler, lesning), 10)).length;
}

test('a person is found under every key that is known, and under no other', async () => {
  expect(await countFound(ALL)).toBe(3);
  expect(await countFound([NEW, OLD])).toBe(2);
  expect(await countFound([NEW])).toBe(1);
  expect(await countFound([OTHER])).toBe(0);
  expect(await countFound(ALL, '21818012346')).toBe(0);
});

test('every envelope opens with the key that it names, and with no other', async () => {
  const { rows } = await db.owner.query('select kall_id, konvolutt from revisjonslogg.rad order by id');
  for (const { kall_id, konvolutt } of rows) {
    expect(JSON.parse(openKonvolutt(ALL, kall_id, konvolutt))).toEqual(TEST_PLAN.kriterier);
    expect(() => openKonvolutt([OTHER], kall_id, konvolutt)).toThrow();
    expect(() => openKonvolutt(ALL, 'another call', konvolutt)).toThrow();
  }
  const [oldest] = rows;
  expect(() => openKonvolutt([NEW, OLD], oldest.kall_id, oldest.konvolutt)).toThrow();
});

test('an envelope from before keys were named opens too', () => {
  const before = seal(OLDEST, 'konvolutt', 'kall', 'tekst');
  expect(openKonvolutt(ALL, 'kall', before)).toBe('tekst');
});
