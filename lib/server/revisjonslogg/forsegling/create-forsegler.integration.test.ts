/** Sealing against a real PostgreSQL: every row once, whatever commits when, whoever dies where. */
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { growTre, TOMT_TRE, toRot } from './merkletre.ts';
import { mustMatchVitne } from './must-match-vitne.ts';
import { createSigneringsnoekkel, parseSigneringsnoekkel } from './note.ts';
import { RADKOLONNER } from './radform.ts';
import { openSjekkpunkt, type Sjekkpunkt, signSjekkpunkt } from './sjekkpunkt.ts';
import { createTestLogg, type TestLogg } from './test-logg.ts';
import { listNoter } from './vitne.ts';

let server: TestServer;
let t: TestLogg;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.stop());

beforeEach(async () => {
  t = await createTestLogg(server);
});
afterEach(() => t.stop());

const INSERT = `insert into revisjonslogg.rad (rad_id, handling_id, kall_id, slag, handling, bruker)
  select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'INTENT', 'OPPSLAG', $1 from generate_series(1, $2)`;

async function listSjekkpunkter(): Promise<Sjekkpunkt[]> {
  const { rows } = await t.db.forsegler.query('select note from revisjonslogg.sjekkpunkt order by nummer');

  return rows.map(({ note }) => {
    const opened = openSjekkpunkt(note, [t.kontroll]);
    if (!opened) throw new Error('a checkpoint does not open');

    return opened;
  });
}

/** Every leaf with its row, every row has one, indices run from 0, roots and witness agree. */
async function expectSealed(antall: number): Promise<void> {
  const { rows } = await t.db.forsegler.query(
    `select b.indeks::int, b.hash, r.id from revisjonslogg.blad b full join revisjonslogg.rad r using (id) order by b.indeks`,
  );
  expect(rows.map(({ indeks }) => indeks)).toEqual(Array.from({ length: antall }, (_, n) => n));
  expect(rows.every(({ id }) => id !== null)).toBe(true);
  const sjekkpunkter = await listSjekkpunkter();
  const hasher = Buffer.concat(rows.map(({ hash }) => hash));
  for (const [nummer, sjekkpunkt] of sjekkpunkter.entries()) {
    expect(sjekkpunkt.nummer).toBe(nummer);
    const { stoerrelse, rot } = sjekkpunkt;
    expect(rot).toEqual(toRot(growTre(TOMT_TRE, hasher.subarray(0, stoerrelse * 32))));
  }
  expect(sjekkpunkter.at(-1)?.stoerrelse).toBe(antall);
  if (antall > 0) expect(readFileSync(path.join(t.mappe, 'blader')).equals(hasher)).toBe(true);
  const noter: Sjekkpunkt[] = [];
  for await (const note of listNoter(t.mappe)) {
    const opened = openSjekkpunkt(note, [t.kontroll]);
    if (opened) noter.push(opened);
  }
  expect(noter).toEqual(sjekkpunkter);
}

test('A-07: rows get leaves from 0 without a gap, and each checkpoint speaks for all before it', async () => {
  await t.writeHandlinger(2);
  expect(await t.forsegler.sealOnce()).toBe(4);
  await t.writeHandlinger(3);
  expect(await t.forsegler.sealOnce()).toBe(6);
  await expectSealed(10);
});

test('A-12: a log that stands still gets a checkpoint all the same', async () => {
  expect(await t.forsegler.sealOnce()).toBe(0);
  await t.writeHandlinger(1);
  for (const expected of [2, 0, 0]) expect(await t.forsegler.sealOnce()).toBe(expected);
  expect((await listSjekkpunkter()).map(({ stoerrelse }) => stoerrelse)).toEqual([0, 2, 2, 2]);
  await expectSealed(2);
});

test('A-06: a row that commits late appears exactly once', async () => {
  await t.writeHandlinger(1);
  const late = await t.db.portal.connect();
  await late.query('begin');
  await late.query(INSERT, ['late', 1]);
  await t.writeHandlinger(2);
  const sealed = [];
  for (let n = 0; n < 3; n += 1) sealed.push(await t.forsegler.sealOnce());
  expect(sealed).toEqual([2, 0, 0]);
  await late.query('commit');
  late.release();
  expect(await t.forsegler.sealOnce()).toBe(5);
  expect(await t.forsegler.sealOnce()).toBe(0);
  await expectSealed(7);
});

test('what was rolled back leaves no leaf and no gap', async () => {
  const client = await t.db.portal.connect();
  for (let n = 0; n < 100; n += 1) {
    await client.query('begin');
    await client.query(INSERT, ['aborted', 1]);
    await client.query('rollback');
  }
  client.release();
  await t.writeHandlinger(1);
  expect(await t.forsegler.sealOnce()).toBe(2);
  await expectSealed(2);
});

test('several sealers together make one log', async () => {
  const sealers = [t.forsegler, t.createForsegler()];
  for (let n = 0; n < 5; n += 1) {
    await t.writeHandlinger(2);
    await Promise.all(sealers.map((sealer) => sealer.sealOnce()));
  }
  await t.createForsegler().sealOnce();
  await expectSealed(20);
});

test('a batch ends with a whole transaction', async () => {
  for (const bruker of ['a', 'b', 'c']) await t.db.portal.query(INSERT, [bruker, 8_000]);
  expect(await t.forsegler.sealOnce()).toBe(24_000);
  expect((await listSjekkpunkter()).map(({ stoerrelse }) => stoerrelse)).toEqual([16_000, 24_000]);
  await expectSealed(24_000);
});

test('a sealer that died before its witness was written is caught up with', async () => {
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  cpSync(t.mappe, `${t.mappe}-foer`, { recursive: true });
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  rmSync(t.mappe, { recursive: true });
  cpSync(`${t.mappe}-foer`, t.mappe, { recursive: true });
  // Half a write of the leaves and half a line: what a crash leaves behind.
  appendFileSync(path.join(t.mappe, 'blader'), Buffer.alloc(45));
  appendFileSync(path.join(t.mappe, 'sjekkpunkter.ndjson'), '"folkereg');
  await t.createForsegler().sealOnce();
  await expectSealed(4);
});

test('A-12: over a database that is older than the witness nothing is signed', async () => {
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt where nummer = 1');
  await t.db.changeUnguarded('delete from revisjonslogg.blad where indeks >= 2');
  await t.db.changeUnguarded('delete from revisjonslogg.rad where id > 2');
  for (const sealer of [t.forsegler, t.createForsegler()]) {
    await expect(sealer.sealOnce()).rejects.toMatchObject({ kode: 'BASE_ELDRE_ENN_VITNE' });
  }
  expect(await listSjekkpunkter()).toHaveLength(1);
});

test('leaves that the last checkpoint was not made over are not taken over into a new witness', async () => {
  await t.writeHandlinger(2);
  await t.forsegler.sealOnce();
  rmSync(t.mappe, { recursive: true });
  await t.db.changeUnguarded("update revisjonslogg.blad set hash = sha256('x') where indeks = 1");
  await expect(t.createForsegler().sealOnce()).rejects.toMatchObject({ kode: 'ROT_AVVIK' });
});

test('a database loaded into a cluster whose transactions begin anew is another log', async () => {
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  const [siste] = await listSjekkpunkter();
  if (!siste) throw new Error('no checkpoint');

  const note = signSjekkpunkt(
    { ...siste, nummer: 1, vannmerke: 10n ** 12n },
    parseSigneringsnoekkel(t.noekkel),
  );
  await t.db.forsegler.query(
    'insert into revisjonslogg.sjekkpunkt (nummer, stoerrelse, vannmerke, tidspunkt, note) values (1, 2, $1, now(), $2)',
    [`${10n ** 12n}`, note],
  );
  await expect(t.forsegler.sealOnce()).rejects.toMatchObject({ kode: 'NY_KLYNGE' });
});

test('every column of a row is in its form', async () => {
  const { rows } = await t.db.owner.query(
    `select attname from pg_attribute where attrelid = 'revisjonslogg.rad'::regclass and attnum > 0 and not attisdropped
     order by attnum`,
  );
  expect(rows.map(({ attname }) => attname)).toEqual(RADKOLONNER);
});

test('A-12: nobody is served over a log that is older than the witness, or that another key has signed', async () => {
  const { kontrolltekst } = parseSigneringsnoekkel(t.noekkel);
  const serve = (offentlig = kontrolltekst) => mustMatchVitne(t.db.leser, t.mappe, offentlig);
  await serve();
  await t.writeHandlinger(1);
  await t.forsegler.sealOnce();
  await serve();
  const other = parseSigneringsnoekkel(createSigneringsnoekkel('folkeregisterportalen/prove'));
  await expect(serve(other.kontrolltekst)).rejects.toMatchObject({ kode: 'UGYLDIG_SJEKKPUNKT' });
  await t.db.changeUnguarded('delete from revisjonslogg.sjekkpunkt');
  await expect(serve()).rejects.toMatchObject({ kode: 'BASE_ELDRE_ENN_VITNE' });
});
