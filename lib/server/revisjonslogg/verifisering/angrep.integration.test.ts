/**
 * The attack suite: whoever owns the database does what an owner can, and verification names what was done and where.
 * A log that nobody touched gives no finding, however much was rolled back and whatever is written meanwhile.
 */
import { cpSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { RADFORM_SQL, RADKOLONNER, toBlad } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { readRadformer } from '#lib/server/revisjonslogg/forsegling/read-radformer.ts';
import { createTestLogg, TEST_PLAN, type TestLogg } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';
import { withDatabasekilde } from './database-kilde.ts';
import type { Funn } from './funn.ts';
import { verify } from './verify.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  t = await createTestLogg(server);
  // Three checkpoints: rows 1–4, 5–10, 11–12, with leaves 0–11.
  for (const handlinger of [2, 3, 1]) {
    await t.writeHandlinger(handlinger);
    await t.forsegler.sealOnce();
  }
});
afterEach(() => t.stop());

async function find({
  vitne = true,
  siden = null,
}: {
  vitne?: boolean;
  siden?: string | null;
} = {}): Promise<Funn[]> {
  const funn: Funn[] = [];
  const meld = (ett: Funn) => funn.push(ett);
  const sak = { noekler: [t.kontroll], vitne: vitne ? t.mappe : null, siden, meld };
  await withDatabasekilde(t.db.forsegler, (kilde) => verify({ ...sak, kilde }));

  return funn;
}

/** Findings without the time of a row, which differs from run to run. */
const brief = (funn: readonly Funn[]) =>
  funn.map((ett) => ('rad' in ett ? `${ett.slag} ${ett.rad.id}@${ett.rad.indeks}` : JSON.stringify(ett)));

test('a clean log gives no finding, with the witness, without, and since a time', async () => {
  expect(await find()).toEqual([]);
  expect(await find({ vitne: false })).toEqual([]);
  expect(await find({ siden: new Date(Date.now() - 1_000).toISOString() })).toEqual([]);
  await t.writeHandlinger(1);
  expect(await find()).toEqual([]);
});

test('I12: verifying while the log is written and sealed gives no finding', async () => {
  let isDone = false;
  const writing = (async () => {
    for (let n = 0; n < 30; n += 1) {
      await t.writeHandlinger(2);
      await t.forsegler.sealOnce();
    }
    isDone = true;
  })();
  let runs = 0;
  while (!isDone) {
    expect(await find()).toEqual([]);
    runs += 1;
  }
  await writing;
  expect(runs).toBeGreaterThan(1);
});

test('100 transactions rolled back give no finding', async () => {
  for (let n = 0; n < 100; n += 1) {
    await t.db.portal
      .query(`insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
              values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'X', 'x', 'x')`)
      .catch(() => undefined);
  }
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  expect(await find()).toEqual([]);
});

/** Another value for each column; the rest become text that is not what it was. */
const CHANGES: Record<string, string> = {
  id: 'default',
  tidspunkt: "tidspunkt + interval '1 microsecond'",
  xid: `(xid::text::bigint + 1)::text::xid8`,
  rad_id: 'gen_random_uuid()',
  handling_id: 'gen_random_uuid()',
  kall_id: 'gen_random_uuid()',
  slag: "'LOGIN'",
  bruker_id: 'gen_random_uuid()',
  session_ref: "'\\x01'",
  innhold: `'{"deler": []}'`,
  konvolutt: "'\\x00'",
};

for (const kolonne of RADKOLONNER) {
  test(`A-08: a changed ${kolonne} is found in its row`, async () => {
    await t.db.changeUnguarded(
      `update revisjonslogg.rad set ${kolonne} = ${CHANGES[kolonne] ?? "'endret'"} where id = 7`,
    );
    const found = brief(await find());
    if (kolonne === 'id') expect(found).toEqual(['rad-fjernet 7@6', 'rad-satt-inn-etter 13@null']);
    // Subjects belong to a row by number and time.
    else if (kolonne === 'rad_id' || kolonne === 'tidspunkt')
      expect(found).toEqual(['rad-endret 7@6', expect.stringContaining('subjekt-uten-rad')]);
    else expect(found).toEqual(['rad-endret 7@6']);
  });
}

test('A-08: a subject taken away, put in place of another, or added, is found in its row', async () => {
  const place = '(select rad_id from revisjonslogg.rad where id = 7)';
  await t.db.changeUnguarded(
    `update revisjonslogg.subjekt set subjekt_ref = '\\x00' where rad_id = ${place}`,
  );
  expect(brief(await find())).toEqual(['rad-endret 7@6']);
  await t.db.changeUnguarded(`delete from revisjonslogg.subjekt where rad_id = ${place}`);
  expect(brief(await find())).toEqual(['rad-endret 7@6']);
  await t.db.portal.query(`insert into revisjonslogg.subjekt (subjekt_ref, rad_id) values ('\\x00', $1)`, [
    (await t.db.owner.query('select rad_id from revisjonslogg.rad where id = 3')).rows[0].rad_id,
  ]);
  expect(brief(await find())).toEqual(['rad-endret 7@6', expect.stringContaining('subjekt-uten-rad')]);
});

test('A-09: a row taken away is found, and so is one whose leaf went with it', async () => {
  await t.db.changeUnguarded('delete from revisjonslogg.rad where id = 7');
  expect(brief(await find()).filter((ett) => !ett.includes('subjekt'))).toEqual(['rad-fjernet 7@6']);
  await t.db.changeUnguarded('delete from revisjonslogg.blad where id = 7');
  expect(await find()).toContainEqual({ slag: 'blad-mangler', fra: 6, til: 7 });
  expect(await find({ vitne: false })).toContainEqual({ slag: 'rot-avvik', stoerrelse: 10 });
});

const COPY = `insert into revisjonslogg.rad overriding system value
  select 500, tidspunkt, xid, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), slag, handling, bruker, bruker_id, enhet,
    session_ref, formaal, saksreferanse, pakke, utfall, innhold, konvolutt from revisjonslogg.rad where id = 3`;

test('A-09: a row put in among those that are sealed is found', async () => {
  await t.db.changeUnguarded(COPY);
  expect(brief(await find())).toEqual(['rad-satt-inn-etter 500@null']);
});

test('A-09: a row put beside another with its number and time is found, and the other is left in peace', async () => {
  await t.db.changeUnguarded(COPY.replace('select 500', 'select id'));
  expect(brief(await find())).toEqual(['rad-satt-inn-etter 3@null']);
});

test('A-09: a row that says an earlier time than when it was written is found, though it was sealed', async () => {
  await t.db.changeUnguarded(
    COPY.replace(
      'select 500, tidspunkt, xid',
      "select 500, tidspunkt - interval '3 days', pg_current_xact_id()",
    ),
  );
  await t.forsegler.sealOnce();
  expect(brief(await find())).toEqual(['tidspunkt-avvik 500@12', 'merke-feil 500@12']);
});

async function rewriteLeaf(id: number): Promise<void> {
  const text = `select ${RADFORM_SQL} from revisjonslogg.rad r where id = $1`;
  const [rad] = await readRadformer(t.db.forsegler, text, [id]);
  await t.db.changeUnguarded('update revisjonslogg.blad set hash = $1 where id = $2', [
    rad && toBlad(rad),
    id,
  ]);
}

test('A-08: a row rewritten with its leaf is found in the row by the witness, and in the batch without', async () => {
  await t.db.changeUnguarded("update revisjonslogg.rad set bruker = 'en annen' where id = 7");
  await rewriteLeaf(7);
  expect(brief(await find())).toEqual(['blad-endret 7@6', 'rad-endret 7@6']);
  expect(await find({ vitne: false })).toEqual([{ slag: 'rot-avvik', stoerrelse: 10 }]);
  // What is sealed after it is not drawn in.
  await t.writeHandlinger(1);
  await t.createForsegler().sealOnce();
  expect(brief(await find())).toEqual(['blad-endret 7@6', 'rad-endret 7@6']);
});

test('A-08: a leaf alone that was changed is found', async () => {
  await t.db.changeUnguarded("update revisjonslogg.blad set hash = sha256('x') where id = 7");
  expect(brief(await find())).toEqual(['blad-endret 7@6']);
  expect((await find({ vitne: false })).map(({ slag }) => slag)).toEqual(['rad-endret', 'rot-avvik']);
});

async function cutTail(): Promise<void> {
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer = 2');
  await t.db.changeUnguarded('delete from revisjonslogg.blad where indeks >= 10');
  await t.db.changeUnguarded(
    'delete from revisjonslogg.subjekt s using revisjonslogg.rad r where r.rad_id = s.rad_id and id > 10',
  );
  await t.db.changeUnguarded('delete from revisjonslogg.rad where id > 10');
}

test('A-10: a tail cut off with its leaves and its checkpoint is found by the witness', async () => {
  await cutTail();
  expect(await find()).toEqual(
    [
      { slag: 'sjekkpunkt-mangler', fra: 2, til: 2 },
      { slag: 'blad-mangler', fra: 10, til: 12 },
    ].toReversed(),
  );
  // From the inside nothing is missing: that is what the witness is for.
  expect(await find({ vitne: false })).toEqual([]);
});

test('A-10: a tail whose checkpoint alone is gone is seen from the inside too', async () => {
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer = 2');
  expect(await find({ vitne: false })).toEqual([{ slag: 'blad-uten-sjekkpunkt', fra: 10 }]);
});

test('A-12: an older backup that is written on and sealed by another witness is found', async () => {
  cpSync(t.mappe, `${t.mappe}-kopi`, { recursive: true });
  await cutTail();
  rmSync(t.mappe, { recursive: true });
  await t.writeHandlinger(2);
  await t.createForsegler().sealOnce();
  const funn: Funn[] = [];
  const sak = {
    noekler: [t.kontroll],
    vitne: `${t.mappe}-kopi`,
    siden: null,
    meld: (ett: Funn) => funn.push(ett),
  };
  await withDatabasekilde(t.db.forsegler, (kilde) => verify({ ...sak, kilde }));
  expect(funn).toContainEqual({ slag: 'sjekkpunkt-avvik', nummer: 2 });
  expect(brief(funn)).toContain('blad-endret 13@10');
});

test('A-10: everything gone is found', async () => {
  for (const tabell of ['sjekkpunkt', 'blad', 'subjekt', 'rad'])
    await t.db.changeUnguarded(`delete from revisjonslogg.${tabell}`);
  expect(await find()).toEqual([
    { slag: 'blad-mangler', fra: 0, til: 4 },
    { slag: 'blad-mangler', fra: 4, til: 10 },
    { slag: 'blad-mangler', fra: 10, til: 12 },
    { slag: 'sjekkpunkt-mangler', fra: 0, til: 2 },
  ]);
});

test('a checkpoint in the middle that is missing, forged or of another key is found', async () => {
  await t.db.changeUnguarded('update revisjonslogg.sjekkpunkt set note = $1 where nummer = 1', ['x']);
  expect(await find({ vitne: false })).toEqual([{ slag: 'ugyldig-signatur', kilde: 'logg', nummer: 1 }]);
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer = 1');
  expect(await find({ vitne: false })).toEqual([{ slag: 'sjekkpunkt-mangler', fra: 1, til: 1 }]);
  expect(await find()).toEqual([{ slag: 'sjekkpunkt-mangler', fra: 1, til: 1 }]);
});

test('I3: two ends of one call, which no index holds over the turn of a month, are found', async () => {
  const act = await t.logg.intend(TEST_PLAN);
  await act.disclose('x', { utfall: 'funnet', subjekter: [], felter: [] });
  await t.db.changeUnguarded(
    `insert into revisjonslogg.rad (tidspunkt, rad_id, handling_id, kall_id, slag, handling, bruker)
     select tidspunkt + interval '1 month', gen_random_uuid(), handling_id, kall_id, slag, handling, bruker
     from revisjonslogg.rad where handling_id = $1 and slag = 'DISCLOSED'`,
    [act.handlingId],
  );
  expect((await find()).map(({ slag }) => slag)).toEqual(['to-utfall']);
});
