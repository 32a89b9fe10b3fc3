/**
 * what is kept of the simulated register's feed, read over TLS into a real database: every entry once whatever dies,
 * holes and 406 said, nobody in clear, and nothing kept for longer than the register does.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPool, type Pool } from '#lib/server/db/pool.ts';
import type { Revisjonsnoekler } from '#lib/server/revisjonslogg/noekler.ts';
import {
  createTestbase,
  type Testbase,
  type Testplass,
  waitFor,
} from '#lib/server/uttrekk/motor/test-motor.ts';
import { startTestsimulator, type Testsimulator } from '#lib/server/uttrekk/motor/test-simulator.ts';
import { runPlikt } from '#lib/server/uttrekk/oppdatering/test-oppdatering.ts';
import { startChild } from '../../../scripts/child.ts';
import { inheritedEnv } from '../../../scripts/portal-env.ts';
import { NUMMER } from '../../../simulator/befolkning/scenarioer/nummer.ts';
import { deleteGamleHendelser, findFoelging, listHendelser } from './hendelse-store.ts';

const FIXTURE = path.join(import.meta.dirname, '../uttrekk/oppdatering/oppdaterer.fixture.ts');
const PAKKE = 'offentlig-med-hjemmel';
const [ANNE, BO] = [NUMMER['ordinaer-mor'], NUMMER['ordinaer-far']];
const FEED = 'GET hendelser/feed';

let base: Testbase;
let simulator: Testsimulator;
let plass: Testplass;
let pool: Pool;

beforeAll(async () => {
  base = await createTestbase();
  simulator = await startTestsimulator(base.dataDir);
  plass = base.createPlass(simulator.register);
  pool = createPool(plass.workerUrl, { max: 2 });
});
afterAll(async () => {
  await pool?.end();
  await simulator?.close();
  await base?.stop();
});
beforeEach(async () => {
  await simulator.setFeil();
  await base.owner.query('delete from uttrekk.oppdatering; delete from portal.hendelse');
  await run();
});

const makeDue = () => base.owner.query("update uttrekk.oppdatering set ajour = ajour - interval '6 minutes'");
/** Once more, when the time for it has come. */
async function run(fulgte: readonly (typeof PAKKE)[] = [PAKKE]): Promise<void> {
  await makeDue();
  await runPlikt(plass, { fulgte });
}
const happen = (nummer: string) => simulator.happen('oppdatert', nummer);
const wake = () => base.owner.query('update uttrekk.oppdatering set tidligst = now()');
const list = (nummer: string, noekler: Revisjonsnoekler = [plass.revisjonKey]) =>
  listHendelser(pool, noekler, PAKKE, [nummer]);
const count = async () => (await base.owner.query('select from portal.hendelse')).rowCount;

test('from when it is followed every entry is kept once, under whom it is about, the newest first', async () => {
  expect(await findFoelging(pool, PAKKE)).toMatchObject({ harHull: false });
  for (const nummer of [ANNE, BO, ANNE]) await happen(nummer);
  await run();
  await run();
  const hennes = await list(ANNE);
  expect(hennes).toHaveLength(2);
  expect(hennes[0]).toMatchObject({
    type: 'personErOppdatert',
    persondokument: expect.stringMatching(/^\w+$/),
  });
  const plasser = hennes.map(({ sekvensnummer }) => Number(sekvensnummer));
  expect(plasser).toEqual(plasser.toSorted((a, b) => b - a));
  expect(await list(BO)).toHaveLength(1);
  expect(await count()).toBe(3);
});

test('nothing of a person or of what happened stands in clear, in the rows or in the log of the reading', async () => {
  await happen(ANNE);
  await run();
  const [kept] = await list(ANNE);
  const { rows } = await base.owner.query(
    `select (select string_agg(h::text, '') from portal.hendelse h)
       || (select string_agg(r::text, '') from revisjonslogg.rad r where handling = 'UTTREKK_HENDELSER') as alt`,
  );
  const skrevet = Buffer.from(rows[0].alt).toString('latin1');
  for (const klart of [ANNE, 'personErOppdatert', kept?.persondokument ?? 'mangler'])
    for (const form of [klart, Buffer.from(klart).toString('hex')]) expect(skrevet).not.toContain(form);
  expect(await list(ANNE, [Buffer.alloc(32, 9).toString('base64')])).toEqual([]);
});

test('A-17: under a new key what was kept before is found and opened', async () => {
  await happen(ANNE);
  await run();
  const ny = Buffer.alloc(32, 9).toString('base64');
  await happen(ANNE);
  await makeDue();
  await runPlikt({ ...plass, revisjonKey: ny }, { andreNoekler: [plass.revisjonKey], fulgte: [PAKKE] });
  expect(await list(ANNE, [ny, plass.revisjonKey])).toHaveLength(2);
});

test('an entry that is moved to another place or package does not open', async () => {
  await happen(ANNE);
  await run();
  await base.owner.query('update portal.hendelse set sekvensnummer = sekvensnummer + 1');
  await expect(list(ANNE)).rejects.toThrow('no key opens');
});

test('it is read every fifth minute, whatever else is read', async () => {
  await happen(ANNE);
  await run();
  await happen(ANNE);
  await simulator.resetKall();
  await runPlikt(plass, { fulgte: [PAKKE] });
  expect(await simulator.countKall()).toEqual({});
  await run();
  expect(await list(ANNE)).toHaveLength(2);
});

test('a feed with nothing new is asked for by its ETag', async () => {
  await happen(ANNE);
  await run();
  await run();
  await simulator.resetKall();
  await run();
  expect(await simulator.countKall()).toEqual({ [`${FEED} 304`]: 1 });
  expect(await count()).toBe(1);
});

test('killed between the row and what it speaks of, and with two workers at once, every entry is there once', async () => {
  for (let nr = 0; nr < 20; nr++) await happen(nr % 2 === 0 ? ANNE : BO);
  await makeDue();
  const plassfil = path.join(base.dataDir, 'oppdaterer.json');
  writeFileSync(plassfil, JSON.stringify({ ...plass, fulgte: [PAKKE] }));
  const laas = await base.owner.connect();
  try {
    await laas.query('begin; select from uttrekk.oppdatering for update');
    const child = startChild({
      args: [FIXTURE, plassfil],
      env: { ...inheritedEnv(), NODE_OPTIONS: '--conditions=react-server' },
      logFile: path.join(base.dataDir, 'oppdaterer.log'),
    });
    await waitFor(
      async () => (await base.owner.query('select from pg_locks where not granted')).rowCount ?? 0,
      (venter) => venter > 0,
    );
    await child.kill();
  } finally {
    await laas.query('rollback');
    laas.release();
  }
  expect(await count()).toBe(0);
  await Promise.all([run(), run(), run()]);
  expect([await count(), (await list(ANNE)).length, (await list(BO)).length]).toEqual([20, 10, 10]);
});

test('a feed that has lost what was last seen, or no longer goes back so far, is a hole, and reading goes on', async () => {
  await happen(ANNE);
  await run();
  await simulator.setFeil({ feil: 'feed-hull', verdi: 0, antall: 1 });
  await happen(ANNE);
  await run();
  expect(await findFoelging(pool, PAKKE)).toMatchObject({ harHull: true });
  expect(await list(ANNE)).toHaveLength(2);
  await base.owner.query('update uttrekk.oppdatering set hull = null');
  await simulator.setFeil({ feil: 'for-gammelt-sekvensnummer', antall: 1 });
  await run();
  await happen(ANNE);
  await run();
  await happen(ANNE);
  await run();
  expect(await findFoelging(pool, PAKKE)).toMatchObject({ harHull: true });
  // What happened before it began anew is not known; what was kept stays.
  expect(await list(ANNE)).toHaveLength(3);
});

test.each(['feed-dobbel', 'feed-ugyldig', 'status-500'] as const)(
  'with %s nothing is kept, another try waits, and then everything is there',
  async (feil) => {
    for (const nummer of [ANNE, BO]) await happen(nummer);
    await simulator.setFeil({ feil, antall: 1, tjeneste: 'hendelsesliste' });
    await run();
    expect(await count()).toBe(0);
    await wake();
    await run();
    expect(await count()).toBe(2);
  },
);

test('a new index begins as far back as it is told to, once, and says since when', async () => {
  await base.owner.query('delete from uttrekk.oppdatering');
  for (const nummer of [ANNE, BO, ANNE]) await happen(nummer);
  const plikt = { fulgte: [PAKKE], hendelserTilbake: 2 } as const;
  await runPlikt(plass, plikt);
  expect([await count(), (await list(ANNE)).length, (await list(BO)).length]).toEqual([2, 1, 1]);
  const [hans] = await list(BO);
  expect(await findFoelging(pool, PAKKE)).toMatchObject({
    siden: new Date(hans?.tidspunkt ?? Number.NaN).toISOString(),
    harHull: false,
  });
  await simulator.setFeil({ feil: 'for-gammelt-sekvensnummer', antall: 1 });
  await makeDue();
  await runPlikt(plass, plikt);
  await base.owner.query('delete from portal.hendelse');
  // Left behind by the feed it goes on from the end: as far back as before may be gone.
  await runPlikt(plass, plikt);
  await makeDue();
  await runPlikt(plass, plikt);
  expect(await count()).toBe(0);
});

test('a package that is followed no longer is not read', async () => {
  await simulator.resetKall();
  await run([]);
  expect(await simulator.countKall()).toEqual({});
  expect(await findFoelging(pool, PAKKE)).toBeNull();
});

test('what is older than 36 months is removed', async () => {
  for (const nummer of [ANNE, BO]) await happen(nummer);
  await run();
  await base.owner.query(
    `update portal.hendelse set lest = now() - interval '36 months 1 day' where sekvensnummer =
       (select min(sekvensnummer) from portal.hendelse)`,
  );
  await deleteGamleHendelser(pool);
  expect([await list(ANNE), (await list(BO)).length]).toEqual([[], 1]);
});

test('millions that are old go so many at a time, each statement by itself, and those that are not stay', async () => {
  // What one statement removes, told by a transaction of its own for each.
  await base.owner.query(`create table portal.slettet_av (xid xid8, antall bigint);
    create function portal.tell() returns trigger language plpgsql security definer as $$ begin
      insert into portal.slettet_av select pg_current_xact_id(), count(*) from borte; return null; end $$;
    create trigger tell after delete on portal.hendelse referencing old table as borte
      for each statement execute function portal.tell();
    delete from portal.hendelse; truncate portal.slettet_av;
    insert into portal.hendelse (pakke, sekvensnummer, ref, innhold, lest)
      select 'finans', nr, '', '', now() - interval '37 months' * (nr <= 45000)::int from generate_series(1, 60000) nr`);
  try {
    await deleteGamleHendelser(pool);
    const { rows } = await base.owner.query(
      `select max(antall)::int as mest, sum(antall)::int as alle, count(*) = count(distinct xid) as hver_for_seg,
         (select min(sekvensnummer)::int from portal.hendelse) as foerste from portal.slettet_av`,
    );
    expect(rows).toEqual([{ mest: 20_000, alle: 45_000, hver_for_seg: true, foerste: 45_001 }]);
  } finally {
    await base.owner.query(
      'drop trigger tell on portal.hendelse; drop function portal.tell; drop table portal.slettet_av; truncate portal.hendelse',
    );
  }
});

test('the portal reads what is kept and can change none of it', async () => {
  for (const setning of [
    'delete from portal.hendelse',
    'update portal.hendelse set lest = now()',
    "insert into portal.hendelse values ('finans', 1, '', '')",
    "insert into uttrekk.oppdatering (pakke) values ('finans')",
  ])
    await expect(base.owner.query(`set role portal; ${setning}`), setning).rejects.toThrow(/permission/);
  await base.owner.query('reset role');
});
