/** A-18, I13: a month goes when its time is over and two persons say so, and verification tells that from a theft. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import type { Aktoer } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import { createTestLogg, TEST_PLAN, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { withDatabasekilde } from '#lib/server/revisjonslogg/verifisering/database-kilde.ts';
import { openDump, writeDump } from '#lib/server/revisjonslogg/verifisering/dump.ts';
import type { Kilde } from '#lib/server/revisjonslogg/verifisering/kilde.ts';
import { verify } from '#lib/server/revisjonslogg/verifisering/verify.ts';
import { slettMaaned } from './slett-maaned.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  t = await createTestLogg(server);
  await t.db.owner.query("select revisjonslogg.create_partisjoner('2020-03-15Z', '2020-05-15Z')");
});
afterEach(() => t.stop());

/** Rows of this month that are not sealed yet become rows of another. */
async function age(day: string): Promise<void> {
  const rest = `id > coalesce((select max(id) from revisjonslogg.blad), 0)`;
  await t.db.changeUnguarded(
    `update revisjonslogg.subjekt s set tidspunkt = $1::timestamptz + id * interval '1 second'
     from revisjonslogg.rad r where r.rad_id = s.rad_id and ${rest}`,
    [day],
  );
  await t.db.changeUnguarded(
    `update revisjonslogg.rad set tidspunkt = $1::timestamptz + id * interval '1 second' where ${rest}`,
    [day],
  );
}

/** Six rows of March 2020, sealed: leaves 0 to 5. */
async function writeMarch(): Promise<void> {
  await t.writeHandlinger(3);
  await age('2020-03-10Z');
  await t.forsegler.sealOnce();
}

const toAktoer = (brukernavn: string): Aktoer => ({ ...TEST_PLAN.aktoer, brukernavn, brukerId: null });
const step = (brukernavn: string, maaned = '2020-03', naa = new Date()) =>
  slettMaaned({
    forsegler: t.db.forsegler,
    eier: t.db.owner,
    logg: t.logg,
    aktoer: toAktoer(brukernavn),
    maaned,
    sak: '2026/12',
    naa,
  });

async function find(kilde: Kilde, vitne: string | null = t.mappe): Promise<string[]> {
  const found: string[] = [];
  await verify({
    kilde,
    noekler: [t.kontroll],
    vitne,
    siden: null,
    // That rows were moved in time before they were sealed is found, and is how they came to be so old here.
    meld: (funn) => {
      if (funn.slag !== 'merke-tid') found.push('rad' in funn ? `${funn.slag} ${funn.rad.id}` : funn.slag);
    },
  });

  return found;
}
const findHere = (vitne: string | null = t.mappe) =>
  withDatabasekilde(t.db.forsegler, (kilde) => find(kilde, vitne));

async function dropByForce(navn: string): Promise<void> {
  await t.db.owner.query(`drop table revisjonslogg.subjekt_${navn}, revisjonslogg.rad_${navn}`);
}

const ALL_OF_MARCH = [1, 2, 3, 4, 5, 6].map((id) => `rad-fjernet ${id}`);

test('two persons delete a month, and nothing is found wrong: here, without a witness, and in a dump', async () => {
  await writeMarch();
  await t.writeHandlinger(1);
  expect(await step('anne')).toBe('foreslaatt');
  expect(await step('anne')).toBe('venter');
  expect(await step('berit')).toBe('godkjent');
  // Not before the two rows are sealed: until then they could be taken away again.
  expect(await step('berit')).toBe('godkjent');
  expect(await findHere()).toEqual([]);
  await t.forsegler.sealOnce();
  expect(await step('berit')).toBe('slettet');
  const { rows } = await t.db.owner.query(
    "select to_regclass('revisjonslogg.rad_2020_03') as rad, to_regclass('revisjonslogg.subjekt_2020_03') as subjekt",
  );
  expect(rows).toEqual([{ rad: null, subjekt: null }]);
  expect(await findHere()).toEqual([]);
  expect(await findHere(null)).toEqual([]);
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-dump-'));
  await withDatabasekilde(t.db.forsegler, (kilde) => writeDump(kilde, path.join(folder, 'dump')));
  expect(await find(openDump(path.join(folder, 'dump')))).toEqual([]);
  rmSync(folder, { recursive: true });
  await expect(step('anne')).rejects.toMatchObject({ kode: 'ukjentMaaned' });
  // What is left is watched as before.
  await t.db.changeUnguarded("update revisjonslogg.rad set bruker = 'x' where id = 7");
  expect(await findHere()).toEqual(['rad-endret 7']);
});

test('a month that is dropped without a word is six rows taken away', async () => {
  await writeMarch();
  await dropByForce('2020_03');
  expect(await findHere()).toEqual(ALL_OF_MARCH);
});

test('a month that one person alone proposed, or approved too, is taken away all the same', async () => {
  await writeMarch();
  await step('anne');
  const [forslag] = (
    await t.db.owner.query("select handling_id, innhold from revisjonslogg.rad where slag = 'RETENTION'")
  ).rows;
  const plan = { ...TEST_PLAN, aktoer: toAktoer('anne'), handling: 'SLETT_MAANED', kriterier: null };
  const { maaned, blader } = forslag.innhold;
  await t.logg.retain(plan, 'godkjent', { maaned, blader }, forslag.handling_id);
  await t.forsegler.sealOnce();
  expect(await step('anne')).toBe('venter');
  await dropByForce('2020_03');
  expect(await findHere()).toEqual(ALL_OF_MARCH);
});

test('rows outside what two persons agreed on are not covered by it', async () => {
  await writeMarch();
  await t.writeHandlinger(1);
  await age('2020-04-10Z');
  await step('anne');
  await step('berit');
  await t.forsegler.sealOnce();
  await dropByForce('2020_03');
  await dropByForce('2020_04');
  expect(await findHere()).toEqual(['rad-fjernet 7', 'rad-fjernet 8']);
});

test('an agreement that was changed afterwards is none', async () => {
  await writeMarch();
  await step('anne');
  await step('berit');
  await t.forsegler.sealOnce();
  await t.db.changeUnguarded(
    `update revisjonslogg.rad set innhold = jsonb_set(innhold, '{blader}', '[[0, 100]]') where slag = 'RETENTION'`,
  );
  await dropByForce('2020_03');
  expect(await findHere()).toEqual([...ALL_OF_MARCH, 'rad-endret 7', 'rad-endret 8']);
});

test('the rows that an earlier deletion stands on may be deleted in their turn', async () => {
  await writeMarch();
  await step('anne');
  await step('berit');
  await age('2020-05-10Z');
  await t.forsegler.sealOnce();
  expect(await step('anne')).toBe('slettet');
  expect(await step('anne', '2020-05')).toBe('foreslaatt');
  expect(await step('berit', '2020-05')).toBe('godkjent');
  await t.forsegler.sealOnce();
  expect(await step('anne', '2020-05')).toBe('slettet');
  expect(await findHere()).toEqual([]);
});

test('a month whose time is not over, that is not sealed, or that is none, is refused before a word is written', async () => {
  await t.writeHandlinger(1);
  await age('2020-03-10Z');
  await expect(step('anne')).rejects.toMatchObject({ kode: 'ikkeForseglet' });
  await t.forsegler.sealOnce();
  await expect(step('anne', '2020-03', new Date('2025-03-31T23:59:59Z'))).rejects.toMatchObject({
    kode: 'fristIkkeUte',
  });
  for (const maaned of ['2019-01', '2020-04', '2020-13', 'mars']) {
    await expect(step('anne', maaned), maaned).rejects.toMatchObject({ kode: 'ukjentMaaned' });
  }
  expect((await t.db.owner.query("select from revisjonslogg.rad where slag = 'RETENTION'")).rowCount).toBe(0);
  expect(await step('anne', '2020-03', new Date('2025-04-01T00:00:00Z'))).toBe('foreslaatt');
});
