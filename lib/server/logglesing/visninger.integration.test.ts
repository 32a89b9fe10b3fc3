/** A reader's views are hers, each name once, and of two windows the later does not win unseen. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { changeVisninger } from '#lib/server/logglesing/visninger.ts';

const FILTER = { utfall: 'avvist', saksreferanse: '2026/1' } as const;
const KONFLIKT = { kode: 'KONFLIKT' };
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.stop());

async function createBruker(): Promise<string> {
  const { rows } = await db.owner.query(
    `insert into portal.bruker (iss, sub, brukernavn, navn, grupper) values ('i', $1, $1, 'n', '{}') returning id`,
    [randomUUID()],
  );

  return rows[0].id;
}

test('kept, renamed and deleted by its owner, and seen by nobody else', async () => {
  const [eier, annen] = [await createBruker(), await createBruker()];
  const lagret = await changeVisninger(db.portal, eier, { slag: 'lagre', navn: 'Avviste', filter: FILTER });
  expect(lagret.visninger).toMatchObject([{ navn: 'Avviste', filter: FILTER, versjon: 1 }]);
  const visningId = lagret.visninger[0]?.visningId ?? '';
  expect(await changeVisninger(db.portal, annen, { slag: 'list' })).toEqual({ visninger: [] });
  for (const slag of ['navngi', 'slett'] as const)
    await expect(
      changeVisninger(db.portal, annen, { slag, visningId, versjon: 1, navn: 'Min' }),
    ).rejects.toMatchObject(KONFLIKT);
  const omdoept = await changeVisninger(db.portal, eier, {
    slag: 'navngi',
    visningId,
    versjon: 1,
    navn: 'Nye',
  });
  expect(omdoept.visninger).toMatchObject([{ navn: 'Nye', versjon: 2 }]);
  expect(await changeVisninger(db.portal, eier, { slag: 'slett', visningId, versjon: 2 })).toEqual({
    visninger: [],
  });
});

test('two windows do not destroy each other’s, and a name is used once', async () => {
  const eier = await createBruker();
  const lagre = (navn: string) =>
    changeVisninger(db.portal, eier, { slag: 'lagre', navn, filter: { bruker: navn } });
  await lagre('B');
  const { visninger } = await lagre('A');
  expect(visninger.map(({ navn }) => navn)).toEqual(['A', 'B']);
  await expect(lagre('A')).rejects.toMatchObject(KONFLIKT);
  const visningId = visninger[0]?.visningId ?? '';
  const navngi = (navn: string) =>
    changeVisninger(db.portal, eier, { slag: 'navngi', visningId, versjon: 1, navn });
  await expect(navngi('B')).rejects.toMatchObject(KONFLIKT);
  await navngi('C');
  // The other window still shows the name from before.
  await expect(navngi('D')).rejects.toMatchObject(KONFLIKT);
  await expect(
    changeVisninger(db.portal, eier, { slag: 'slett', visningId, versjon: 1 }),
  ).rejects.toMatchObject(KONFLIKT);
  const naa = await changeVisninger(db.portal, eier, { slag: 'list' });
  expect(naa.visninger).toMatchObject([{ navn: 'B' }, { navn: 'C', filter: { bruker: 'A' } }]);
});

test('fifty are enough', async () => {
  const eier = await createBruker();
  const lagre = (nr: number) =>
    changeVisninger(db.portal, eier, { slag: 'lagre', navn: `nr ${nr}`, filter: {} });
  for (let nr = 0; nr < 50; nr += 1) await lagre(nr);
  await expect(lagre(50)).rejects.toMatchObject(KONFLIKT);
});
