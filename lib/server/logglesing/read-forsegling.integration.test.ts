/** L-08: what a reader is told of the seal is what the sealer made and the last verification found. */
import { afterAll, expect, test } from 'vitest';
import { createTestServer } from '#lib/server/db/test-database.ts';
import { findForsegling } from '#lib/server/logglesing/read-forsegling.ts';
import { createTestLogg, TEST_PLAN } from '#lib/server/revisjonslogg/forsegling/test-logg.ts';

const server = await createTestServer();
const testlogg = await createTestLogg(server);
afterAll(async () => {
  await testlogg.stop();
  await server.stop();
});

test('nothing is sealed, then all of it, then somebody has verified it, and a silent sealer is an alarm', async () => {
  const { db, logg, forsegler, mappe } = testlogg;
  const read = (minutter = 0) => findForsegling(db.leser, mappe, new Date(Date.now() + minutter * 60_000));
  expect(await read()).toEqual({ sjekkpunkt: null, kontroll: null, alarmer: [] });
  await testlogg.writeHandlinger(2);
  await forsegler.sealOnce();
  expect(await read()).toMatchObject({ sjekkpunkt: { rader: 4 }, kontroll: null, alarmer: [] });
  expect((await read(4)).alarmer).toEqual(['ingenSjekkpunkt']);
  for (const utfall of ['ingenFunn', 'funn']) {
    const kontroll = { ...TEST_PLAN, handling: 'KONTROLLER_REVISJONSLOGG', subjekter: [], kriterier: null };
    await (await logg.intend(kontroll)).disclose(null, { utfall, subjekter: [], felter: [] });
    expect((await read()).kontroll).toMatchObject({ erUendret: utfall === 'ingenFunn' });
  }
  // One that broke off says nothing.
  const brutt = await logg.intend({ ...TEST_PLAN, handling: 'KONTROLLER_REVISJONSLOGG' });
  await brutt.fail(null, 'internFeil');
  expect((await read()).kontroll).toMatchObject({ erUendret: false });
});
