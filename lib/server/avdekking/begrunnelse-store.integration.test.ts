/** Z-09: a reason is not one of the user's last five, and is written nowhere in clear. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { type BegrunnelseStore, createBegrunnelseStore } from './begrunnelse-store.ts';

const KEY = Buffer.alloc(32, 9).toString('base64');
const toBegrunnelse = (nummer: number) => `Må forkynne stevning nummer ${nummer} i saken`;
let db: TestDatabase;
let store: BegrunnelseStore;

beforeAll(async () => {
  db = await createTestDatabase();
  store = createBegrunnelseStore(db.portal, KEY);
});
afterAll(() => db.stop());

test('the last five are refused, however they are written; the sixth back can be used again', async () => {
  const bruker = randomUUID();
  for (let nummer = 1; nummer <= 5; nummer += 1)
    expect(await store.take(bruker, toBegrunnelse(nummer))).toBe(true);
  for (let nummer = 1; nummer <= 5; nummer += 1)
    expect(await store.take(bruker, toBegrunnelse(nummer)), `${nummer}`).toBe(false);
  expect(await store.take(bruker, '  må FORKYNNE stevning, nummer 1 – i saken! ')).toBe(false);
  expect(await store.take(bruker, toBegrunnelse(6))).toBe(true);
  expect(await store.take(bruker, toBegrunnelse(1))).toBe(true);
});

test('a reason that nothing was shown for is given back, and those before it still count', async () => {
  const bruker = randomUUID();
  for (let nummer = 1; nummer <= 6; nummer += 1) await store.take(bruker, toBegrunnelse(nummer));
  await store.giveBack(bruker, toBegrunnelse(6));
  expect(await store.take(bruker, toBegrunnelse(2))).toBe(false);
  expect(await store.take(bruker, toBegrunnelse(6))).toBe(true);
});

test('used many times at once it counts once, and one user does not use up the words of another', async () => {
  const [en, annen] = [randomUUID(), randomUUID()];
  const svar = await Promise.all(Array.from({ length: 8 }, () => store.take(en, toBegrunnelse(1))));
  expect(svar.filter(Boolean)).toHaveLength(1);
  expect(await store.take(annen, toBegrunnelse(1))).toBe(true);
});

test('nothing of what was written can be read from the table, not even that two users wrote the same', async () => {
  const [en, annen] = [randomUUID(), randomUUID()];
  await store.take(en, toBegrunnelse(1));
  await store.take(annen, toBegrunnelse(1));
  const { rows } = await db.owner.query(
    `select encode(merke, 'hex') as merke, encode(merke, 'escape') as lest from portal.begrunnelse
     where bruker_id = any($1)`,
    [[en, annen]],
  );
  expect(new Set(rows.map(({ merke }) => merke)).size).toBe(2);
  expect(JSON.stringify(rows)).not.toContain('stevning');
});
