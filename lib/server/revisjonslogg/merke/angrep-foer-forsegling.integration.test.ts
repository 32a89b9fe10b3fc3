/**
 * I5b: what whoever owns the database does to rows that are not sealed yet is found when they are, as soon as their
 * writer has spoken for them: with its next row, when it falls silent, or when it ends. What nobody touched is never found.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { createRevisjonslogg, type Revisjonslogg } from '#lib/server/revisjonslogg/create-revisjonslogg.ts';
import {
  createTestLogg,
  TEST_KEY,
  TEST_PLAN,
  type TestLogg,
} from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { SATTE_KOLONNER } from '#lib/server/revisjonslogg/radverdier.ts';
import { listSkriverfunn, type Skriverfunn } from './skriverfiler.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  t = await createTestLogg(server);
  // The first batch of all is believed. Then rows 3–10 are written, and are not sealed yet.
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  await t.writeHandlinger(4);
});
afterEach(() => t.stop());

/** What is found when the log is sealed now, as `slag id` or `slag fra-til`. */
async function sealAndFind(): Promise<string[]> {
  const before = (await Array.fromAsync(listSkriverfunn(t.mappe))).length;
  await t.forsegler.sealOnce();
  const funn = await Array.fromAsync(listSkriverfunn(t.mappe));
  const show = (ett: Skriverfunn) =>
    ett.slag === 'skriver-hull' ? `${ett.slag} ${ett.fra}-${ett.til}` : `${ett.slag} ${ett.rad.id}`;

  return funn.slice(before).map(show);
}

const change = (sql: string) => t.db.changeUnguarded(sql);
const remove = (where: string) => change(`delete from revisjonslogg.rad where ${where}`);

test('what nobody touched gives no finding, however often it is sealed', async () => {
  expect(await sealAndFind()).toEqual([]);
  await t.writeHandlinger(1);
  await t.logg.close();
  expect(await sealAndFind()).toEqual([]);
  expect(await sealAndFind()).toEqual([]);
});

const CHANGES: Record<string, string> = {
  rad_id: 'gen_random_uuid()',
  handling_id: 'gen_random_uuid()',
  kall_id: 'gen_random_uuid()',
  slag: "'LOGIN'",
  bruker_id: 'gen_random_uuid()',
  session_ref: "'\\x01'",
  innhold: `innhold || '{"deler": []}'`,
  konvolutt: "'\\x00'",
  merke: 'set_byte(merke, 13, 99)',
};
test('A-08: any column changed before its row is sealed is found in that row, and in no other', async () => {
  await sealAndFind();
  for (const kolonne of [...SATTE_KOLONNER, 'merke']) {
    await t.writeHandlinger(2);
    const { rows } = await t.db.owner.query('select max(id) - 2 as id from revisjonslogg.rad');
    await change(
      `update revisjonslogg.rad set ${kolonne} = ${CHANGES[kolonne] ?? "'endret'"} where id = ${rows[0].id}`,
    );
    const [feil, hull, ...flere] = await sealAndFind();
    expect(feil, kolonne).toBe(`merke-feil ${rows[0].id}`);
    // The number that it had is then without a row.
    expect(hull, kolonne).toMatch(/^skriver-hull/);
    expect(flere, kolonne).toEqual([]);
  }
});

test('A-08: a mark taken away, or that of another row, is found', async () => {
  await change('update revisjonslogg.rad set merke = null where id = 5');
  await change(
    'update revisjonslogg.rad set merke = (select merke from revisjonslogg.rad where id = 8) where id = 7',
  );
  expect(await sealAndFind()).toEqual([
    'merke-feil 5',
    'merke-feil 7',
    'skriver-hull 4-5',
    'skriver-hull 6-7',
  ]);
});

test('A-08: a person taken from a row, given to it or put in place of another is found in it', async () => {
  const of = (id: number) => `rad_id = (select rad_id from revisjonslogg.rad where id = ${id})`;
  await change(`delete from revisjonslogg.subjekt where ${of(4)}`);
  await change(`update revisjonslogg.subjekt set subjekt_ref = '\\x00' where ${of(6)}`);
  await change(
    `insert into revisjonslogg.subjekt select '\\x00', rad_id, tidspunkt from revisjonslogg.rad where id = 8`,
  );
  expect((await sealAndFind()).filter((ett) => ett.startsWith('merke'))).toEqual(
    [4, 6, 8].map((id) => `merke-feil ${id}`),
  );
});

test('A-08: a row moved in time, there or back, is found', async () => {
  for (const [id, flyttet] of [
    [4, "- interval '3 days'"],
    [7, "+ interval '5 minutes'"],
  ]) {
    await change(`update revisjonslogg.subjekt s set tidspunkt = s.tidspunkt ${flyttet}
      from revisjonslogg.rad r where r.rad_id = s.rad_id and r.id = ${id}`);
    await change(`update revisjonslogg.rad set tidspunkt = tidspunkt ${flyttet} where id = ${id}`);
  }
  expect(await sealAndFind()).toEqual(['merke-tid 4', 'merke-tid 7']);
});

test('A-09: a row taken away is missed', async () => {
  await remove('id in (5, 8)');
  expect(await sealAndFind()).toEqual(['skriver-hull 4-5', 'skriver-hull 7-8']);
  expect(await sealAndFind()).toEqual([]);
});

test('A-09: a row put below what is sealed, where no sealer looks, is missed', async () => {
  await change("update revisjonslogg.rad set xid = '3' where id = 5");
  expect(await sealAndFind()).toEqual(['skriver-hull 4-5']);
});

test('A-09: the newest rows taken away are missed when their writer goes on', async () => {
  await remove('id > 7');
  // Nothing that is left speaks for them.
  expect(await sealAndFind()).toEqual([]);
  await t.writeHandlinger(1);
  expect(await sealAndFind()).toEqual(['skriver-hull 7-10']);
});

test('A-09: the newest rows taken away are missed when their writer ends', async () => {
  await remove('id > 7');
  await t.logg.close();
  expect(await sealAndFind()).toEqual(['skriver-hull 7-10']);
});

test('A-09: everything of a writer taken away is missed', async () => {
  await sealAndFind();
  const other = createRevisjonslogg(t.db.worker, TEST_KEY);
  await other.record('LOGIN', TEST_PLAN.aktoer, 'ok');
  await remove('id > 10');
  await other.close();
  expect(await sealAndFind()).toEqual(['skriver-hull 0-1']);
});

const COLUMNS = `handling_id, kall_id, slag, handling, bruker, bruker_id, enhet, session_ref, formaal, saksreferanse, pakke,
  utfall, innhold, konvolutt, merke`;
const COPY = `insert into revisjonslogg.rad (tidspunkt, rad_id, ${COLUMNS})
  select tidspunkt + interval '1 second', rad_id, ${COLUMNS} from revisjonslogg.rad where id = `;

test('A-09: a row put in is found: without a mark, with one of its own making, and as a copy', async () => {
  await t.db.portal.query(`insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
    values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'OPPSLAG', 'x')`);
  await change(`${COPY} 3`);
  await change(
    `insert into revisjonslogg.subjekt select subjekt_ref, s.rad_id, s.tidspunkt + interval '1 second'
     from revisjonslogg.subjekt s join revisjonslogg.rad r using (rad_id) where r.id = 3`,
  );
  const other = createRevisjonslogg(t.db.portal, Buffer.alloc(32, 8).toString('base64'));
  await other.record('LOGIN', TEST_PLAN.aktoer, 'ok');
  expect(await sealAndFind()).toEqual(['merke-feil 11', 'merke-gjentatt 12', 'merke-feil 13']);
});

test('what a sealed row is copied into is found too', async () => {
  await change(`${COPY} 1`);
  await change(
    `insert into revisjonslogg.subjekt select subjekt_ref, s.rad_id, s.tidspunkt + interval '1 second'
     from revisjonslogg.subjekt s join revisjonslogg.rad r using (rad_id) where r.id = 1`,
  );
  expect(await sealAndFind()).toEqual(['merke-gjentatt 11']);
});

test('A-08: a hundred statements that failed, were refused or whose answer was lost give no finding', async () => {
  const fail = (enhet: string) =>
    t.logg.intend({ ...TEST_PLAN, aktoer: { ...TEST_PLAN.aktoer, enhet } }).catch(() => undefined);
  for (let n = 0; n < 35; n += 1) {
    await Promise.all([fail('\u0000'), fail('Enhet'), fail('\u0000')]);
  }
  // Whoever waits for the lock is cut off: some rows may be there, and nobody was told.
  for (let n = 0; n < 5; n += 1) {
    const lock = await t.db.owner.connect();
    await lock.query('begin; lock table revisjonslogg.rad in exclusive mode');
    const waiting = Array.from({ length: 6 }, () => fail('Enhet'));
    while ((await t.db.owner.query(`select from pg_locks where not granted`)).rowCount === 0);
    await t.db.owner.query(`select pg_terminate_backend(pid) from pg_locks where not granted`);
    await lock.query('rollback');
    lock.release();
    await Promise.all(waiting);
    if (n % 2 === 0) expect(await sealAndFind()).toEqual([]);
  }
  await t.writeHandlinger(1);
  await t.logg.close();
  expect(await sealAndFind()).toEqual([]);
  // And what is taken away among them is missed all the same.
  await t.writeHandlinger(1);
  await fail('\u0000');
  await t.writeHandlinger(1);
  await remove('id = (select max(id) - 2 from revisjonslogg.rad)');
  await t.logg.close();
  expect(await sealAndFind()).toHaveLength(1);
});

test('two portals and a worker that write at once while it is sealed give no finding', async () => {
  const logger = [t.db.portal, t.db.portal, t.db.worker].map((pool) => createRevisjonslogg(pool, TEST_KEY));
  const write = async (logg: Revisjonslogg) => {
    for (let n = 0; n < 15; n += 1) {
      const acts = await Promise.all(Array.from({ length: 12 }, () => logg.intend(TEST_PLAN)));
      await Promise.all(acts.map((act) => act.fail(null, 'internFeil')));
    }
  };
  let isDone = false;
  const writing = Promise.all(logger.map(write)).finally(() => (isDone = true));
  while (!isDone) expect(await sealAndFind()).toEqual([]);
  await writing;
  await Promise.all(logger.map((logg) => logg.close()));
  expect(await sealAndFind()).toEqual([]);
});

test('a writer that is killed gives no finding', async () => {
  const program = path.join(import.meta.dirname, 'skriv.fixture.ts');
  for (let n = 0; n < 3; n += 1) {
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', program, t.db.toUrl('portal'), TEST_KEY],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    await once(child.stdout, 'data');
    expect(await sealAndFind()).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await sealAndFind()).toEqual([]);
  }
});

test('what the database makes of an act without an end is taken for that, and what looks like it is not', async () => {
  const act = await t.logg.intend(TEST_PLAN);
  await sealAndFind();
  await change(
    `update revisjonslogg.rad set tidspunkt = tidspunkt - interval '121 seconds' where handling_id = '${act.handlingId}'`,
  );
  await change(
    `update revisjonslogg.subjekt s set tidspunkt = r.tidspunkt from revisjonslogg.rad r where r.rad_id = s.rad_id`,
  );
  expect(await t.logg.markUavklarte(new Date(Date.now() - 86_400_000))).toBe(1);
  expect(await sealAndFind()).toEqual([]);
  const FALSKE = [
    "bruker = 'en annen'",
    'kall_id = rad_id',
    "utfall = 'annet'",
    `innhold = '{"a": 1}'`,
    "slag = 'FAILED'",
  ];
  for (const falsk of FALSKE) {
    await remove("slag = 'UNRESOLVED'");
    expect(await t.logg.markUavklarte(new Date(Date.now() - 86_400_000))).toBe(1);
    await change(`update revisjonslogg.rad set ${falsk} where slag = 'UNRESOLVED'`);
    const feil = (await sealAndFind()).map((ett) => ett.split(' ')[0]);
    expect(feil, falsk).toEqual(['merke-feil']);
    await remove('merke is null');
  }
});

test('what a row holds is marked as the database gives it back, however it is written', async () => {
  const tekst = 'Ø "\\"\n\t\u007f\u2028 \ud800 😀 \u0001';
  const act = await t.logg.intend({
    ...TEST_PLAN,
    aktoer: { ...TEST_PLAN.aktoer, brukernavn: tekst, enhet: tekst },
    saksreferanse: tekst,
    deler: ['b', 'Ø "\\"\n\t\u007f\u2028 😀 \u0001', ''],
    gjelder: { uttrekk: 'x', aa: 1e21, b: -0, del: 0.1, '10': 1, '9': 2 },
  });
  await act.disclose('x', {
    utfall: tekst,
    subjekter: [],
    felter: [],
    personregler: { z: 'a', 'aa a': 'b', '': '' },
  });
  await t.logg.close();
  expect(await sealAndFind()).toEqual([]);
});

test('a sealer that died before it kept what it saw looks at it anew', async () => {
  const stand = path.join(t.mappe, 'skrivere.json');
  copyFileSync(stand, `${stand}.foer`);
  expect(await sealAndFind()).toEqual([]);
  renameSync(`${stand}.foer`, stand);
  await t.writeHandlinger(1);
  await remove('id = 12');
  expect(await sealAndFind()).toEqual([]);
  renameSync(stand, `${stand}.foer`);
  copyFileSync(`${stand}.foer`, stand);
  await t.logg.close();
  expect(await sealAndFind()).toEqual(['skriver-hull 11-12']);
  renameSync(`${stand}.foer`, stand);
});

test('a writer that has ended is forgotten after an hour, and one that has not is remembered', async () => {
  const stand = path.join(t.mappe, 'skrivere.json');
  const other = createRevisjonslogg(t.db.portal, TEST_KEY);
  await other.record('LOGIN', TEST_PLAN.aktoer, 'ok');
  await other.close();
  await sealAndFind();
  const listSkrivere = () => Object.values(JSON.parse(readFileSync(stand, 'utf8')).skrivere);
  expect(listSkrivere()).toHaveLength(2);
  const eldre = new Date(Date.now() - 2 * 3_600_000).toISOString().replace('Z', '000Z');
  writeFileSync(stand, readFileSync(stand, 'utf8').replace(/"sist":"[^"]+"/g, `"sist":"${eldre}"`));
  await sealAndFind();
  expect(listSkrivere()).toMatchObject([{ neste: 10, erSlutt: false }]);
  await t.writeHandlinger(1);
  expect(await sealAndFind()).toEqual([]);
});

test('a writer that has fallen silent says how far it came', async () => {
  const antall = async () =>
    Number((await t.db.owner.query('select count(*) from revisjonslogg.livstegn')).rows[0].count);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const logg = createRevisjonslogg(t.db.portal, TEST_KEY);
    await logg.record('LOGIN', TEST_PLAN.aktoer, 'ok');
    expect(await antall()).toBe(0);
    vi.advanceTimersByTime(5_000);
    await vi.waitUntil(async () => (await antall()) === 1);
    // It has nothing more to say.
    vi.advanceTimersByTime(60_000);
    expect(await antall()).toBe(1);
  } finally {
    vi.useRealTimers();
  }
  await remove('id > 10');
  expect(await sealAndFind()).toEqual(['skriver-hull 0-1']);
  expect(await antall()).toBe(0);
});

test('a new key is taken for ours when the old one is told of', async () => {
  const other = createRevisjonslogg(t.db.portal, Buffer.alloc(32, 9).toString('base64'));
  await other.record('LOGIN', TEST_PLAN.aktoer, 'ok');
  await t.createForsegler([TEST_KEY, Buffer.alloc(32, 9).toString('base64')]).sealOnce();
  expect(await Array.fromAsync(listSkriverfunn(t.mappe))).toEqual([]);
});
