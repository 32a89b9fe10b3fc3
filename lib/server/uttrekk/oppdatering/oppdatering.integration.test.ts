/**
 * the feed of the simulated register, read over TLS for a finished uttrekk, on a real database: everybody counted
 * once whatever dies, holes and 406 said, and nobody in clear anywhere.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/pool.ts';
import { waitFor, waitForTilstand } from '#lib/server/uttrekk/motor/test-motor.ts';
import { createProeve, type Proeve } from '#lib/server/uttrekk/motor/test-proeve.ts';
import { startChild } from '../../../../scripts/child.ts';
import { inheritedEnv } from '../../../../scripts/portal-env.ts';
import { listFoelgere, saveEndrede, saveFramgang } from './holdte.ts';
import { runPlikt } from './test-oppdatering.ts';

const FIXTURE = path.join(import.meta.dirname, 'oppdaterer.fixture.ts');
/** Graded, so in no uttrekk. */
const FREMMED = '27919242480';
const GRUPPER = "'{folkeregister-analytiker,folkeregister-pakke-offentlig-med-hjemmel}'";
const FEED = 'GET hendelser/feed';

let p: Proeve;
let uttrekkId: string;
let medlemmer: string[];

beforeAll(async () => {
  p = await createProeve();
  await p.owner.query(`update portal.bruker set grupper = ${GRUPPER}`);
  p.start();
  uttrekkId = await p.create();
  await waitForTilstand(p.owner, uttrekkId, 'klar');
  await p.stopAlle();
  const erGjeldende = /"identifikasjonsnummer":\[\{[^}]*"foedselsEllerDNummer":"(\d{11})"/;
  // Behind the named persons: one of those stands in the simulator's feed under the number that she had before.
  medlemmer = p.uforstyrret
    .split('\n')
    .slice(40)
    .flatMap((linje) => erGjeldende.exec(linje)?.[1] ?? []);
});
afterAll(() => p?.close());
beforeEach(async () => {
  await p.simulator.setFeil();
  await p.simulator.resetKall();
  await p.owner.query('delete from uttrekk.oppdatering');
  // What the tests before have let happen is not to be read by each: they begin where the register says that it is now.
  await p.owner.query('update uttrekk.uttrekk set feed_siste = null, feed_lest = null');
});

const medlem = (nr: number): string => medlemmer[nr] ?? '';
const run = () => runPlikt(p.plass);
const hold = (id = uttrekkId) =>
  p.owner.query('insert into uttrekk.oppdatering (uttrekk_id) values ($1)', [id]);
/** Time passes for whoever waits for another try. */
const wake = () => p.owner.query('update uttrekk.oppdatering set tidligst = now()');
const getRad = async (id = uttrekkId) =>
  (
    await p.owner.query(
      `select neste::int, sett::int, endret::int, siden is not null as begynt, hull is not null as hull, for_gammel, forsoek,
         (select count(*)::int from uttrekk.endret where oppdatering_id = o.id) as refs
       from uttrekk.oppdatering o where uttrekk_id = $1`,
      [id],
    )
  ).rows[0];
const listLogg = async () =>
  (
    await p.owner.query(
      `select slag, utfall, (innhold->>'antall')::int as antall from revisjonslogg.rad
       where handling = 'UTTREKK_HENDELSER' order by id`,
    )
  ).rows;

/** Ordered, fetched and finished by an engine that is gone afterwards. */
async function createKlart(...endring: Parameters<Proeve['create']>): Promise<string> {
  p.start();
  const id = await p.create(...endring);
  await waitForTilstand(p.owner, id, 'klar');
  await p.stopAlle();

  return id;
}
const getPlass = async (id: string) =>
  (
    await p.owner.query(
      'select feed_siste::int as siste, feed_lest < ferdig as lest from uttrekk.uttrekk where id = $1',
      [id],
    )
  ).rows[0];

test('what happens between the order and the moment it is switched on counts, and what happened before does not', async () => {
  await p.simulator.happen('oppdatert', medlem(0));
  const id = await createKlart();
  for (const nr of [1, 2]) await p.simulator.happen('oppdatert', medlem(nr));
  await hold(id);
  await p.simulator.resetKall();
  await run();
  expect(await p.simulator.countKall()).toEqual({ [`${FEED} 200`]: 1 });
  expect(await getRad(id)).toMatchObject({ begynt: true, endret: 2, hull: false });
  await p.simulator.happen('oppdatert', medlem(3));
  await run();
  expect(await getRad(id)).toMatchObject({ endret: 3 });
});

test('an order does not fail by a feed that gives no place: it counts from when it is switched on', async () => {
  await p.simulator.setFeil({ feil: 'status-500', tjeneste: 'hendelsesliste' });
  const id = await createKlart();
  await p.simulator.setFeil();
  expect(await getPlass(id)).toEqual({ siste: null, lest: null });
  await p.simulator.happen('oppdatert', medlem(0));
  await hold(id);
  await run();
  await p.simulator.happen('oppdatert', medlem(1));
  await run();
  expect(await getRad(id)).toMatchObject({ begynt: true, endret: 1 });
});

test('a komplett uttrekk is followed from the place that its files hold', async () => {
  await p.simulator.happen('oppdatert', medlem(0));
  const { siste } = await getPlass(await createKlart());
  const komplett = (sekvensnummer: string | null) =>
    createKlart({ kilde: { slag: 'komplett', sekvensnummer } });
  expect(await getPlass(await komplett(null))).toEqual({ siste, lest: true });
  expect(await getPlass(await komplett('999999999999999'))).toEqual({ siste, lest: true });
  const foer = await komplett(String(siste - 1));
  expect(await getPlass(foer)).toEqual({ siste: siste - 1, lest: null });
  await hold(foer);
  await run();
  expect(await getRad(foer)).toMatchObject({ begynt: false, endret: 1 });
});

test('what happened before does not count; what happens afterwards counts once for each person of the uttrekk', async () => {
  await p.simulator.happen('oppdatert', medlem(0));
  await hold();
  await run();
  expect(await getRad()).toMatchObject({ begynt: true, endret: 0, hull: false });
  for (const nummer of [medlem(0), medlem(1), medlem(0), FREMMED])
    await p.simulator.happen('oppdatert', nummer);
  await p.simulator.happen('oppdatert', medlem(2));
  await run();
  await run();
  expect(await getRad()).toMatchObject({ endret: 3, refs: 3, hull: false, forsoek: 0 });
});

test('a feed with nothing new is asked for by its ETag, and each reading is two rows that name nobody', async () => {
  await hold();
  await run();
  await p.simulator.happen('oppdatert', medlem(0));
  await run();
  const foer = (await listLogg()).length;
  await p.simulator.resetKall();
  await run();
  await run();
  expect(await p.simulator.countKall()).toEqual({ [`${FEED} 304`]: 2 });
  expect((await listLogg()).slice(foer)).toEqual([
    { slag: 'INTENT', utfall: null, antall: null },
    { slag: 'DISCLOSED', utfall: 'uendret', antall: 0 },
    { slag: 'INTENT', utfall: null, antall: null },
    { slag: 'DISCLOSED', utfall: 'uendret', antall: 0 },
  ]);
  const { rows } = await p.owner.query(
    `select (select coalesce(string_agg(r::text, ''), '') from revisjonslogg.rad r where handling = 'UTTREKK_HENDELSER')
       || (select string_agg(o::text, '') from uttrekk.oppdatering o)
       || (select string_agg(e::text, '') from uttrekk.endret e) as alt`,
  );
  expect(rows[0].alt).not.toContain(medlem(0));
  await expect(p.owner.query('set role portal; select * from uttrekk.endret')).rejects.toThrow(/permission/);
  await p.owner.query('reset role');
});

test('more than a page is read at once, for two that follow from different places, and in one call a page', async () => {
  const annet = await createKlart();
  await p.owner.query('update uttrekk.uttrekk set feed_siste = null');
  await hold();
  await run();
  for (let nr = 0; nr < 600; nr++) await p.simulator.happen('oppdatert', nr < 50 ? medlem(nr) : FREMMED);
  await hold(annet);
  await p.owner.query('update uttrekk.oppdatering set tidligst = now() where uttrekk_id = $1', [annet]);
  await p.owner.query(
    `update uttrekk.oppdatering set tidligst = now() + interval '1 hour' where uttrekk_id = $1`,
    [uttrekkId],
  );
  await run();
  for (let nr = 0; nr < 600; nr++) await p.simulator.happen('oppdatert', nr < 40 ? medlem(nr + 30) : FREMMED);
  await wake();
  await p.simulator.resetKall();
  await run();
  expect(await p.simulator.countKall()).toEqual({ [`${FEED} 200`]: 2 });
  const [en, to] = [await getRad(), await getRad(annet)];
  expect([en.endret, to.endret]).toEqual([70, 40]);
  expect(en.neste).toBe(to.neste);
});

test('killed between the row and what it speaks of, and with two workers at once, nobody is counted twice or lost', async () => {
  await hold();
  await run();
  for (let nr = 0; nr < 30; nr++) await p.simulator.happen('oppdatert', medlem(nr));
  const plassfil = path.join(p.filMappe, '..', 'oppdaterer.json');
  writeFileSync(plassfil, JSON.stringify(p.plass));
  const laas = await p.owner.connect();
  try {
    await laas.query('begin; select from uttrekk.oppdatering for update');
    const child = startChild({
      args: [FIXTURE, plassfil],
      env: { ...inheritedEnv(), NODE_OPTIONS: '--conditions=react-server' },
      logFile: path.join(p.filMappe, '..', 'oppdaterer.log'),
    });
    await waitFor(
      async () => (await p.owner.query('select from pg_locks where not granted')).rowCount ?? 0,
      (venter) => venter > 0,
    );
    await child.kill();
  } finally {
    await laas.query('rollback');
    laas.release();
  }
  expect((await listLogg()).at(-1)).toMatchObject({ slag: 'DISCLOSED', antall: 30 });
  expect(await getRad()).toMatchObject({ endret: 0, refs: 0 });
  await Promise.all([run(), run(), run()]);
  expect(await getRad()).toMatchObject({ endret: 30, refs: 30, hull: false });
});

test('a worker that was away while another read on changes nothing', async () => {
  await hold();
  await run();
  await p.simulator.happen('oppdatert', medlem(0));
  await p.withDeps(async ({ pool, revisjonslogg }) => {
    const [foer] = await listFoelgere(pool, 'offentlig-med-hjemmel');
    await run();
    const etter = await getRad();
    const framgang = { neste: etter.neste - 1, sett: null, nye: [], hull: true };
    const refs = [revisjonslogg.toSubjektRef(medlem(1))];
    const keep = (tx: Database) => saveEndrede(tx, { id: foer?.id ?? '' }, refs);
    if (foer) await saveFramgang(pool, foer, framgang, { keep, erAjour: true, etag: null, siden: null });
    expect(await getRad()).toEqual(etter);
  });
});

test('a feed that has lost what was last seen is a hole, which is said, and reading goes on', async () => {
  await hold();
  await run();
  await p.simulator.happen('oppdatert', medlem(0));
  await run();
  await p.simulator.setFeil({ feil: 'feed-hull', verdi: 0, antall: 1 });
  await p.simulator.happen('oppdatert', medlem(1));
  await run();
  expect(await getRad()).toMatchObject({ hull: true, endret: 2 });
  await p.simulator.happen('oppdatert', medlem(2));
  await run();
  expect(await getRad()).toMatchObject({ hull: true, endret: 3 });
});

test.each([
  'feed-dobbel',
  'feed-bakover',
  'feed-ugyldig',
  'status-500',
  'status-403',
  'brannmur-html-200',
] as const)('with %s nothing is taken, another try waits, and then everything is there', async (feil) => {
  await hold();
  await run();
  for (const nr of [0, 1, 2]) await p.simulator.happen('oppdatert', medlem(nr));
  await p.simulator.setFeil({ feil, antall: 1, tjeneste: 'hendelsesliste' });
  await run();
  expect(await getRad()).toMatchObject({ endret: 0, forsoek: 1 });
  expect((await listLogg()).at(-1)).toMatchObject({ slag: 'FAILED' });
  await p.simulator.resetKall();
  await run();
  expect(await p.simulator.countKall()).toEqual({});
  await wake();
  await run();
  expect(await getRad()).toMatchObject({ endret: 3, forsoek: 0 });
});

test('406 ends it, since nobody knows what happened between', async () => {
  await hold();
  await run();
  await p.simulator.setFeil({ feil: 'for-gammelt-sekvensnummer' });
  await run();
  expect(await getRad()).toMatchObject({ for_gammel: true });
  await p.simulator.setFeil();
  await p.simulator.resetKall();
  await run();
  expect(await p.simulator.countKall()).toEqual({});
});

test('A-01: without the row there is no call, and nothing moves', async () => {
  await hold();
  await run();
  const foer = await getRad();
  await p.simulator.happen('oppdatert', medlem(0));
  await p.simulator.resetKall();
  await p.owner.query(`create function borte() returns trigger language plpgsql as 'begin raise ''away''; end';
    create trigger borte before insert on revisjonslogg.rad for each statement execute function borte()`);
  try {
    await expect(run()).rejects.toThrow('REVISJONSLOGG_UTILGJENGELIG');
  } finally {
    await p.owner.query('drop function borte cascade');
  }
  expect(await p.simulator.countKall()).toEqual({});
  expect(await getRad()).toEqual(foer);
});

test('a membership file under an earlier key is read by it', async () => {
  await hold();
  await run();
  await p.simulator.happen('oppdatert', medlem(0));
  const nyNoekkel = Buffer.alloc(32, 9).toString('base64');
  await runPlikt({ ...p.plass, revisjonKey: nyNoekkel }, { andreNoekler: [p.plass.revisjonKey] });
  expect(await getRad()).toMatchObject({ endret: 1 });
});

test('S-04: who has lost the right has it held no longer, and what was found goes with it', async () => {
  await hold();
  await run();
  await p.simulator.happen('oppdatert', medlem(0));
  await run();
  await p.owner.query(`update portal.bruker set grupper = '{}'`);
  try {
    await run();
  } finally {
    await p.owner.query(`update portal.bruker set grupper = ${GRUPPER}`);
  }
  expect(await getRad()).toBeUndefined();
  await run();
  expect((await p.owner.query('select from uttrekk.endret')).rowCount).toBe(0);
});
