/** Time is steered over the control port and seen in the register: the feed, the person and the old versions. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProevemappe } from '../pki/proeve/proevemappe.ts';
import { createProeveklient, MED_HJEMMEL } from '../proeveklient.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

const JUNI = Date.parse('2026-06-01T12:00:00Z');

let dataDir: string;
let simulator: Simulator;
let klient: ReturnType<typeof createProeveklient>;

beforeAll(async () => {
  dataDir = await createProevemappe();
  simulator = await startSimulator({
    dataDir,
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    maskinportenPort: 0,
    krrPort: 0,
    antall: 2000,
    froe: 1,
    naa: new Date(),
    klokke: { fart: 0, fra: JUNI },
    hendelserPerMinutt: 10,
    hendelserVedStart: 200,
    portalUrler: ['http://localhost:3999'],
  });
  klient = createProeveklient(simulator);
});
afterAll(async () => {
  await simulator.close();
  await rm(dataDir, { recursive: true });
});

const order = async (metode: string, sti: string, kropp?: unknown) => {
  const svar = await klient.sendKontroll(metode, sti, kropp);
  return { status: svar.status, kropp: await svar.json() };
};

test('the clock stands, is turned ahead, and what was due has happened', async () => {
  const foer = await order('GET', '/hendelser');
  expect(foer.kropp).toMatchObject({ klokke: '2026-06-01T12:00:00.000Z', fart: 0, perMinutt: 10 });
  expect(foer.kropp.antall).toBeGreaterThanOrEqual(200);
  const etter = await order('POST', '/klokke/frem', { minutter: 30 });
  expect(etter.kropp).toMatchObject({ klokke: '2026-06-01T12:30:00.000Z', fart: 0 });
  expect(etter.kropp.antall - foer.kropp.antall).toBeGreaterThan(290);
  expect((await order('GET', '/tilstand')).kropp.tid).toEqual(etter.kropp);
});

test('an order changes the named person’s document at once, and it can be undone', async () => {
  const nummer = klient.getNummer('ordinaer-mor');
  const foer = await klient.getPerson('virksomhet', MED_HJEMMEL, nummer);
  const flyttet = await order('POST', '/hendelser', { handling: 'flytting', nummer });
  expect(flyttet.status).toBe(200);
  expect(flyttet.kropp.sekvensnumre).toHaveLength(4);
  const etter = await klient.getPerson('virksomhet', MED_HJEMMEL, nummer);
  expect(JSON.parse(etter.kropp).bostedsadresse[0].flyttedato).toBe('2026-06-01');
  expect((await order('POST', '/hendelser', { handling: 'annullering', nummer })).status).toBe(200);
  expect(await klient.getPerson('virksomhet', MED_HJEMMEL, nummer)).toEqual(foer);
});

test('the rate can be changed, and a mass event strikes everybody', async () => {
  expect((await order('PUT', '/hendelser/takt', { perMinutt: 0 })).kropp).toMatchObject({ perMinutt: 0 });
  const foer = (await order('GET', '/hendelser')).kropp.antall;
  const { kropp } = await order('POST', '/hendelser/unik', {});
  expect(kropp.antall - foer).toBeGreaterThan(1900);
  expect((await order('POST', '/hendelser/unik', {})).status).toBe(409);
  expect((await order('POST', '/hendelser/kommunereform', { perMinutt: 1 })).status).toBe(200);
});

test.each([
  ['PUT', '/klokke', { klokke: 'i går' }, 400],
  ['PUT', '/klokke', { klokke: 'frosset:2026-01-05T00:00:00Z' }, 400],
  ['PUT', '/klokke', {}, 400],
  ['POST', '/klokke/frem', { minutter: -5 }, 400],
  ['POST', '/klokke/frem', { minutter: 'ti' }, 400],
  ['PUT', '/hendelser/takt', { perMinutt: 20_001 }, 400],
  ['POST', '/hendelser', { handling: 'jordskjelv', nummer: '12838442208' }, 400],
  ['POST', '/hendelser', { handling: 'flytting', nummer: '00000000000' }, 404],
  ['POST', '/hendelser', { handling: 'statsborgerskap', nummer: '12838442208' }, 409],
  ['POST', '/hendelser/unik', { perMinutt: 0 }, 400],
  ['POST', '/hendelser/kommunereform', 'straks', 400],
])('%s %s %j is refused with a sentence, and nothing happens', async (metode, sti, kropp, status) => {
  const foer = (await order('GET', '/hendelser')).kropp;
  const svar = await order(metode, sti, kropp);
  expect(svar.status).toBe(status);
  expect(svar.kropp.feilmelding).toMatch(/\p{L}{3,}/u);
  expect((await order('GET', '/hendelser')).kropp).toEqual(foer);
});

test('a leap that would bury the simulator in hendelser is refused', async () => {
  await order('PUT', '/hendelser/takt', { perMinutt: 20_000 });
  const svar = await order('POST', '/klokke/frem', { minutter: 1000 });
  expect(svar.status).toBe(400);
  await order('PUT', '/hendelser/takt', { perMinutt: 0 });
});
