/** What is watched of sealing: read as the reader's role reads it, and what each figure sets off. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '#lib/server/db/test-database.ts';
import { listForseglingsalarmer, readForseglingsstatus } from './forseglingsstatus.ts';
import { createTestLogg, type TestLogg } from './test-logg.ts';

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

const MINUTE = 60_000;
const listAfter = async (ms: number) => {
  const status = await readForseglingsstatus(t.db.leser, t.mappe);

  return listForseglingsalarmer(status, new Date(Date.now() + ms));
};

test('A-13: what stands still sets off an alarm, and sealing ends it', async () => {
  expect(await listAfter(4 * MINUTE)).toEqual([]);
  await t.writeHandlinger(1);
  expect(await listAfter(2 * MINUTE)).toEqual([]);
  expect(await listAfter(4 * MINUTE)).toEqual(['ingenSjekkpunkt']);
  expect(await listAfter(14 * MINUTE)).toEqual(['ingenSjekkpunkt']);
  expect(await listAfter(16 * MINUTE)).toEqual(['ingenSjekkpunkt', 'forseglingHenger']);
  expect(await listAfter(241 * MINUTE)).toEqual(['ingenSjekkpunkt', 'forseglingHenger', 'nyeUttrekkStoppes']);
  await t.forsegler.sealOnce();
  expect(await listAfter(2 * MINUTE)).toEqual([]);
  expect(await listAfter(4 * MINUTE)).toEqual(['ingenSjekkpunkt']);
});

test('A-16: a receiver that has not got what is sealed sets off an alarm', async () => {
  await t.db.forsegler.query("insert into revisjonslogg.eksport (mottaker, neste_blad) values ('siem', 1)");
  expect(await listAfter(16 * MINUTE)).toContain('eksportHenger');
  await t.db.forsegler.query('update revisjonslogg.eksport set neste_blad = 2');
  expect(await listAfter(16 * MINUTE)).not.toContain('eksportHenger');
});

test('A-21: a clock that was set back between two checkpoints sets off an alarm', async () => {
  expect(await listAfter(0)).not.toContain('klokkenGikkTilbake');
  const setClock = (interval: string) =>
    t.db.forsegler.query(
      `insert into revisjonslogg.sjekkpunkt (nummer, stoerrelse, vannmerke, tidspunkt, note)
       select nummer + 1, stoerrelse, vannmerke, tidspunkt + $1::interval, 'x'
       from revisjonslogg.sjekkpunkt order by nummer desc limit 1`,
      [interval],
    );
  await setClock('1 minute');
  expect(await listAfter(0)).not.toContain('klokkenGikkTilbake');
  await setClock('-2 seconds');
  // It is told for a day, whatever comes after it.
  await setClock('1 minute');
  expect(await listAfter(0)).toContain('klokkenGikkTilbake');
  await t.db.changeUnguarded("delete from revisjonslogg.sjekkpunkt where note = 'x'");
});

test('I5b: rows that were changed before they were sealed set off an alarm, until somebody has seen to it', async () => {
  await t.writeHandlinger(1);
  await t.db.changeUnguarded("update revisjonslogg.rad set bruker = 'en annen' where id = 3");
  await t.forsegler.sealOnce();
  expect(await listAfter(0)).toEqual(['endretFoerForsegling']);
  rmSync(path.join(t.mappe, 'skriverfunn.ndjson'));
  expect(await listAfter(0)).toEqual([]);
});

test('months that are not made, and rows that none takes, set off an alarm', async () => {
  const { rows } = await t.db.owner.query(
    `select to_char(now() at time zone 'UTC', 'YYYY_MM') as denne, to_char((now() + interval '1 month') at time zone 'UTC', 'YYYY_MM') as neste`,
  );
  const [{ denne, neste }] = rows;
  await t.db.owner.query(`drop table revisjonslogg.rad_${neste}`);
  expect(await listAfter(2 * MINUTE)).toEqual(['manglerMaaned']);
  await t.db.owner.query(`alter table revisjonslogg.rad detach partition revisjonslogg.rad_${denne}`);
  await t.writeHandlinger(1);
  expect(await listAfter(2 * MINUTE)).toEqual(['manglerMaaned', 'raderUtenMaaned']);
});
