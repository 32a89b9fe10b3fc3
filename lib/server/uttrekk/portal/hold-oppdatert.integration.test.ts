/** Who may have an uttrekk held up to date, when it cannot be, and what is told of it: a number, and never of a handful. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Oppdatering } from '#lib/domain/uttrekk/oppdatering.ts';
import { createBestilling } from '#lib/domain/uttrekk/test-bestilling.ts';
import type { Uttrekksside } from '#lib/domain/uttrekk/uttrekk.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { createUttrekk } from './create-uttrekk.ts';
import type { Uttrekksdeps } from './deps.ts';
import { readOppdatering, setOppdatering } from './hold-oppdatert.ts';
import { codeOf, createBruker, createTestdeps, read, toKall } from './test-portal.ts';

let db: TestDatabase;
let deps: Uttrekksdeps;
let eier: Session;
let annen: Session;

beforeAll(async () => {
  db = await createTestDatabase();
  deps = createTestdeps(db);
  eier = await createBruker(db, 'Eier Analytiker', 'analytiker');
  annen = await createBruker(db, 'Annen Analytiker', 'analytiker');
});
afterAll(() => db.stop());

/** A finished uttrekk of so many persons, shared with `annen`. */
async function createKlart(personer: number): Promise<string> {
  const kall = toKall(eier, { klientnoekkel: randomUUID(), bestilling: createBestilling() });
  const { uttrekkId } = await read<Uttrekksside>(createUttrekk(deps, kall));
  await db.owner.query(
    `update uttrekk.uttrekk set tilstand = 'klar', ferdig = now(), utloeper = now() + interval '1 day' where id = $1`,
    [uttrekkId],
  );
  await db.owner.query(
    `insert into uttrekk.fil (uttrekk_id, format, tilstand, rader) values ($1, 'csv', 'klar', $2)`,
    [uttrekkId, personer],
  );
  await db.owner.query('insert into uttrekk.deling (uttrekk_id, bruker_id) values ($1, $2)', [
    uttrekkId,
    annen.brukerId,
  ]);

  return uttrekkId;
}

const les = (uttrekkId: string, session = eier) =>
  read<Oppdatering>(readOppdatering(deps, toKall(session, undefined, { uttrekkId })));
const sett = (uttrekkId: string, holdes: boolean, session = eier) =>
  read<Oppdatering>(setOppdatering(deps, toKall(session, { holdes }, { uttrekkId })));
/** What the worker leaves: read so many minutes ago, with these fields. */
const lest = (uttrekkId: string, felter: string, minutter = 0) =>
  db.owner.query(
    `update uttrekk.oppdatering set neste = 1, siden = now(), ajour = now() - $2 * interval '1 minute', ${felter}
     where uttrekk_id = $1`,
    [uttrekkId, minutter],
  );

test('it is switched on and off by its orderer, with a line, a row, and a call to the worker; twice is once', async () => {
  const id = await createKlart(20);
  expect(await les(id)).toEqual({ hinder: null, holdt: null });
  const tomt = { siden: null, ajour: null, harHull: false, endret: 0 };
  const starter = { tilstand: 'starter', fraBestilling: false, ...tomt };
  expect(await sett(id, true)).toEqual({ hinder: null, holdt: starter });
  expect((await sett(id, true)).holdt).toEqual(starter);
  await lest(id, 'endret = 7');
  expect((await les(id)).holdt).toMatchObject({ tilstand: 'foelger', endret: 7 });
  expect((await sett(id, false)).holdt).toBeNull();
  expect((await sett(id, true)).holdt).toEqual(starter);
  const { rows } = await db.owner.query(
    `select kode from uttrekk.merknad where uttrekk_id = $1 and kode <> 'opprettet' order by nr`,
    [id],
  );
  expect(rows.map(({ kode }) => kode)).toEqual(['holdesOppdatert', 'holdesIkkeLenger', 'holdesOppdatert']);
  const logg = await db.owner.query(
    `select slag, utfall from revisjonslogg.rad where handling = 'UTTREKK_OPPDATERING' and slag <> 'INTENT' order by id`,
  );
  expect(logg.rows.map(({ utfall }) => utfall)).toEqual(['holdes', 'holdes', 'holdesIkke', 'holdes']);
});

test('neither those she has shared with nor anybody else can know of it, and nobody when the files are gone', async () => {
  const id = await createKlart(100);
  await sett(id, true);
  expect(await codeOf(les(id, annen))).toBe('KONFLIKT');
  expect(await codeOf(sett(id, false, annen))).toBe('KONFLIKT');
  const fremmed = await createBruker(db, 'Fremmed Analytiker', 'analytiker');
  expect(await codeOf(les(id, fremmed))).toBe('IKKE_FUNNET');
  expect((await les(id)).holdt).not.toBeNull();
  await db.owner.query('update uttrekk.uttrekk set utloeper = now() where id = $1', [id]);
  expect(await codeOf(les(id))).toBe('KONFLIKT');
});

test('a handful is not told, and fewer than twenty persons cannot be followed', async () => {
  const id = await createKlart(100);
  await sett(id, true);
  for (const [endret, vist] of [
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ]) {
    await lest(id, `endret = ${endret}`);
    expect((await les(id)).holdt?.endret).toBe(vist);
  }
  const faa = await createKlart(19);
  expect(await les(faa)).toEqual({ hinder: 'faaPersoner', holdt: null });
  expect(await codeOf(sett(faa, true))).toBe('KONFLIKT');
});

test('what is old, lost or ended is said', async () => {
  const id = await createKlart(100);
  await sett(id, true);
  await lest(id, 'endret = 9', 16);
  expect((await les(id)).holdt).toMatchObject({ tilstand: 'henger', harHull: false });
  await lest(id, 'hull = now()');
  expect((await les(id)).holdt).toMatchObject({ tilstand: 'foelger', harHull: true });
  await lest(id, 'for_gammel = true');
  expect((await les(id)).holdt).toMatchObject({ tilstand: 'forGammel' });
});

test('whether it counts from the order, or from when it was switched on, is said', async () => {
  const id = await createKlart(100);
  await sett(id, true);
  await lest(id, 'endret = 0');
  expect((await les(id)).holdt).toMatchObject({ fraBestilling: false });
  await db.owner.query(
    `update uttrekk.uttrekk u set feed_siste = 5, feed_lest = o.siden from uttrekk.oppdatering o
     where o.uttrekk_id = u.id and u.id = $1`,
    [id],
  );
  expect((await les(id)).holdt).toMatchObject({ fraBestilling: true });
  // A place that the order itself named has no time.
  await db.owner.query('update uttrekk.uttrekk set feed_lest = null where id = $1', [id]);
  await lest(id, 'for_gammel = true');
  await db.owner.query('update uttrekk.oppdatering set siden = null, ajour = null where uttrekk_id = $1', [
    id,
  ]);
  expect((await les(id)).holdt).toEqual({
    ...{ tilstand: 'forGammel', fraBestilling: true, siden: null, ajour: null },
    ...{ harHull: false, endret: 0 },
  });
});

test('the portal can neither read whom it is about nor say how many they are', async () => {
  for (const sql of [
    'select * from uttrekk.endret',
    'update uttrekk.oppdatering set endret = 0',
    'insert into uttrekk.oppdatering (uttrekk_id, endret) select id, 1 from uttrekk.uttrekk limit 1',
  ])
    await expect(db.portal.query(sql), sql).rejects.toThrow(/permission denied/);
});
