/** Rows that are written together: each is whole and there once, none falls for another, and none comes after a "no". */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { HENDELSESSLAG } from '#lib/domain/revisjonslogg/logghandling.ts';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { createSessionStore } from '#lib/server/session/session-store.ts';
import { createTestLogg, TEST_PLAN, type TestLogg } from './forsegling/test-logg.ts';
import { startTregDisk } from './test-treg-disk.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
  t = await createTestLogg(server);
});
afterAll(async () => {
  await t.stop();
  await server.stop();
});

const Rader = z.array(z.object({ sak: z.string(), refs: z.array(z.string()), sammen: z.coerce.number() }));
const READ = `select r.saksreferanse as sak, count(*) over (partition by r.xid) as sammen,
    array(select encode(s.subjekt_ref, 'hex') from revisjonslogg.subjekt s where s.rad_id = r.rad_id order by 1) as refs
  from revisjonslogg.rad r where r.saksreferanse like $1 order by r.id`;

async function listRader(merke: string) {
  return Rader.parse((await t.db.owner.query(READ, [`${merke}-%`])).rows);
}

const intend = (merke: string, nr: number, enhet = 'Enhet') =>
  t.logg.intend({
    ...TEST_PLAN,
    aktoer: { ...TEST_PLAN.aktoer, enhet },
    saksreferanse: `${merke}-${nr}`,
    subjekter: Array.from({ length: nr % 3 }, (_, n) => String(21_800_000_000 + nr * 10 + n)),
  });

const NUMRE = Array.from({ length: 250 }, (_, nr) => nr);

test('many at once are written in few transactions, each with its own persons', async () => {
  await Promise.all(NUMRE.map((nr) => intend('mange', nr)));
  const rader = await listRader('mange');
  expect(rader.map(({ sak }) => sak).sort()).toEqual(NUMRE.map((nr) => `mange-${nr}`).sort());
  for (const { sak, refs } of rader) {
    const nr = Number(sak.replace('mange-', ''));
    const numre = Array.from({ length: nr % 3 }, (_, n) => String(21_800_000_000 + nr * 10 + n));
    expect(refs).toEqual(numre.map((nummer) => t.logg.toSubjektRef(nummer).toString('hex')).sort());
  }
  expect(Math.max(...rader.map(({ sammen }) => sammen))).toBeGreaterThan(10);
});

test('those that come in one turn go together, shared out on the statements that may be on their way', async () => {
  await Promise.all(NUMRE.slice(0, 8).map((nr) => intend('turen', nr)));
  expect((await listRader('turen')).map(({ sammen }) => sammen)).toEqual(Array.from({ length: 8 }, () => 4));
});

test('a row by itself has nobody, one or several, each once however often she is named', async () => {
  for (const nr of [0, 1, 2]) await intend('alene', nr);
  const nummer = '21800000001';
  await t.logg.intend({ ...TEST_PLAN, saksreferanse: 'alene-3', subjekter: [nummer, nummer] });
  const rader = await listRader('alene');
  expect(rader.map(({ refs, sammen }) => [refs.length, sammen])).toEqual([0, 1, 2, 1].map((n) => [n, 1]));
  expect(rader.at(-1)?.refs).toEqual([t.logg.toSubjektRef(nummer).toString('hex')]);
});

const RAD = `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, 'PROEVE', 'prøve')`;

test('the database takes the kinds of row that there are and no other', async () => {
  for (const slag of HENDELSESSLAG) await t.db.portal.query(RAD, [slag]);
  for (const slag of ['', 'intent', 'INTENT ', '{INTENT}', 'INTENT,DENIED'])
    await expect(t.db.portal.query(RAD, [slag])).rejects.toMatchObject({ code: '23514' });
});

test('a row that the database refuses fails alone', async () => {
  const outcome = await Promise.allSettled(
    NUMRE.slice(0, 20).map((nr) => intend('en', nr, nr === 13 ? 'Enhet\u0000' : 'Enhet')),
  );
  expect(outcome.flatMap(({ status }, nr) => (status === 'rejected' ? [nr] : []))).toEqual([13]);
  expect(await listRader('en')).toHaveLength(19);
});

test('while the log cannot be written everybody is told so, and nothing is written afterwards', async () => {
  const client = await t.db.owner.connect();
  await client.query('begin; lock table revisjonslogg.rad in exclusive mode');
  const outcome = await Promise.allSettled(NUMRE.slice(0, 20).map((nr) => intend('borte', nr)));
  await client.query('rollback');
  client.release();
  expect(outcome.map(({ status }) => status)).toEqual(outcome.map(() => 'rejected'));
  await intend('etter', 1);
  expect(await listRader('borte')).toEqual([]);
});

test('36: while the commits of the log hang nobody looks up, and whoever signs in is not held up by those who try (A-01)', async () => {
  const store = createSessionStore(t.db.portal, { grupper: {} });
  const disk = await startTregDisk(t.db.owner, 0);
  const utfall = Promise.allSettled(NUMRE.map((nr) => intend('henger', nr)));
  try {
    const bruker = { iss: 'https://id', sub: 'a', brukernavn: 'a', navn: 'A', enhet: null, grupper: [] };
    const id = await store.saveBruker(bruker);
    await store.createSession('en-verdi', id, null, null);
    expect(await store.findSession('en-verdi')).toMatchObject({ brukernavn: 'a' });
    for (const { status } of await utfall) expect(status).toBe('rejected');
    // However many try, they hold two connections.
    const { rows } = await t.db.owner.query(
      `select count(*)::int as holdt from pg_stat_activity
       where datname = current_database() and usename = 'portal' and wait_event = 'advisory'`,
    );
    expect(rows).toEqual([{ holdt: 2 }]);
    await disk.release();
    // What the server still had in hand when the disk took it is an act without an end, which counts as shown.
    await intend('etter-henger', 1);
  } finally {
    await disk.repair();
  }
});
