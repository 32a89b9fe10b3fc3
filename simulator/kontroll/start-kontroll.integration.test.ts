/** The control port of a running simulator steers the register and the identity provider, and tells what they did. */
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createProevemappe } from '../pki/proeve/proevemappe.ts';
import { TESTVIRKSOMHETER } from '../pki/testvirksomheter.ts';
import { createProeveklient, MED_HJEMMEL } from '../proeveklient.ts';
import { type Simulator, startSimulator } from '../simulator.ts';

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
    antall: 500,
    froe: 1,
    naa: new Date(),
    portalUrler: ['http://localhost:3999'],
  });
  klient = createProeveklient(simulator);
});
afterEach(() => klient.sendKontroll('DELETE', '/feil'));
afterAll(async () => {
  await simulator.close();
  await rm(dataDir, { recursive: true });
});

const getJson = async (sti: string) => (await klient.sendKontroll('GET', sti)).json();

test('tilstand tells services, population, organisations and named persons as they are', async () => {
  expect(await getJson('/tilstand')).toMatchObject({
    tjenester: {
      register: { port: simulator.porter.register, url: simulator.url.register },
      identitet: { port: simulator.porter.identitet, url: simulator.url.identitet, feil: null },
      kontroll: { port: simulator.porter.kontroll },
      maskinporten: { port: simulator.porter.maskinporten, antallKall: 0 },
      krr: { port: simulator.porter.krr, url: simulator.url.krr, antallKall: 0 },
    },
    scenario: 'normal',
    feil: [],
    befolkning: { antall: 500, scenariopersoner: simulator.scenariopersoner },
    organisasjoner: TESTVIRKSOMHETER,
  });
});

test('a scenario changes the register’s answers at once, replaces the one before, and normal undoes it', async () => {
  expect((await klient.sendKontroll('PUT', '/scenario/nede')).status).toBe(200);
  const nede = await klient.getPerson('virksomhet', MED_HJEMMEL);
  expect(nede).toMatchObject({ status: 500, kropp: expect.stringContaining('FREG-001') });
  await klient.sendKontroll('PUT', '/scenario/falske-404');
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(404);
  expect(await getJson('/tilstand')).toMatchObject({
    scenario: 'falske-404',
    feil: [{ feil: 'status-404' }],
  });
  await klient.sendKontroll('PUT', '/scenario/normal');
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
});

test('an unknown scenario is 404, names those there are, and changes nothing', async () => {
  await klient.sendKontroll('PUT', '/scenario/nede');
  const svar = await klient.sendKontroll('PUT', '/scenario/finnes-ikke');
  expect(svar.status).toBe(404);
  expect((await svar.json()).feilmelding).toContain('falske-404');
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(500);
});

test('a scenario can be limited, and is refused whole when the limit does not fit', async () => {
  const { status } = await klient.sendKontroll('PUT', '/scenario/nede', { pakke: 'finans' });
  expect(status).toBe(200);
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
  expect((await klient.getPerson('finans', 'api/finans')).status).toBe(500);
  for (const grense of [{ pakke: 'banker' }, { feil: 'henger' }]) {
    expect((await klient.sendKontroll('PUT', '/scenario/stengt', grense)).status).toBe(400);
  }
  expect(await getJson('/tilstand')).toMatchObject({ scenario: 'nede' });
});

test('one of several faults can be taken away', async () => {
  await klient.sendKontroll('POST', '/feil', { feil: 'status-503', pakke: 'finans' });
  await klient.sendKontroll('POST', '/feil', { feil: 'bom' });
  expect((await klient.sendKontroll('DELETE', '/feil/status-503')).status).toBe(204);
  expect(await getJson('/tilstand')).toMatchObject({ scenario: null, feil: [{ feil: 'bom' }] });
  expect((await klient.sendKontroll('DELETE', '/feil/status-600')).status).toBe(404);
  await klient.sendKontroll('DELETE', '/feil/bom');
  expect((await getJson('/tilstand')).scenario).toBe('normal');
});

test('the README lists exactly what the port answers to', async () => {
  const { feilmelding } = await (await klient.sendKontroll('GET', '/finnes-ikke')).json();
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const listet = [...readme.matchAll(/^\| `((?:GET|PUT|POST|DELETE) \/[^`]*)` \|/gm)].map(([, navn]) => navn);
  expect(feilmelding.replace('Ukjent ressurs. Kjente: ', '').split(', ').sort()).toEqual(listet.sort());
});

test('a fault of one’s own strikes as it is limited, and DELETE removes it', async () => {
  const person = klient.getNummer('ordinaer-far');
  expect((await klient.sendKontroll('POST', '/feil', { feil: 'status-503', nummer: person })).status).toBe(
    200,
  );
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL, person)).status).toBe(503);
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
  expect((await getJson('/tilstand')).scenario).toBeNull();
  expect((await klient.sendKontroll('DELETE', '/feil')).status).toBe(204);
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL, person)).status).toBe(200);
});

test.each([
  ['a fault nobody has', { feil: 'jordskjelv' }, 400],
  ['a share over 1', { feil: 'status-500', andel: 2 }, 400],
  ['an option nobody has', { feil: 'status-500', farge: 1 }, 400],
])('%s is refused with a sentence', async (_navn, kropp, status) => {
  const svar = await klient.sendKontroll('POST', '/feil', kropp);
  expect(svar.status).toBe(status);
  expect((await svar.json()).feilmelding).toMatch(/\p{L}{3,}/u);
  expect(await getJson('/tilstand')).toMatchObject({ feil: [] });
});

test('the status page is at the root, and what it asks for is there', async () => {
  const svar = await klient.sendKontroll('GET', '/');
  expect(svar.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(svar.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(await svar.text()).toContain('<html lang="nb">');
  const skript = await klient.sendKontroll('GET', '/statusside.js');
  expect(skript.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const [scenarioer, feil] = [await getJson('/scenario'), await getJson('/feil')];
  expect(scenarioer[0]).toMatchObject({ navn: 'normal', beskrivelse: 'Registeret svarer riktig og raskt.' });
  expect(feil.alle[0]).toEqual({
    navn: 'forsinkelse-ms',
    hva: 'Venter før alt annet.',
    verdi: 2_000,
    enhet: 'ms',
  });
  expect(feil.tjenester).toContain('maskinporten');
  const { kontroll: port } = simulator.porter;
  const fremmed = request({ port, host: '127.0.0.1', path: '/', headers: { host: 'angriper.test' } });
  const [avslag] = await once(fremmed.end(), 'response');
  expect(avslag.resume().statusCode).toBe(403);
});

test('calls are counted by template, never with the number asked for, and can be reset', async () => {
  await klient.sendKontroll('DELETE', '/kall');
  await klient.getPerson('virksomhet', MED_HJEMMEL);
  await klient.getPerson('uten-pakke', MED_HJEMMEL);
  const kall = await getJson('/kall');
  expect(kall.totalt).toBe(2);
  expect(kall.siste.map(({ status }: { status: number }) => status)).toEqual([200, 403]);
  expect(JSON.stringify(kall)).not.toContain(klient.getNummer());
  await klient.sendKontroll('DELETE', '/kall');
  expect((await getJson('/kall')).totalt).toBe(0);
});

test('the identity provider’s fault is set, shown and taken away; an unknown one is refused', async () => {
  expect((await klient.sendKontroll('PUT', '/identitet/feil', { feil: 'aud' })).status).toBe(200);
  expect((await getJson('/tilstand')).tjenester.identitet.feil).toBe('aud');
  expect((await klient.sendKontroll('PUT', '/identitet/feil', { feil: 'farge' })).status).toBe(400);
  expect((await klient.sendKontroll('PUT', '/identitet/feil', {})).status).toBe(400);
  expect((await klient.sendKontroll('PUT', '/identitet/feil', { feil: null })).status).toBe(200);
  expect((await getJson('/tilstand')).tjenester.identitet.feil).toBeNull();
});

test('the control port refuses what a web page elsewhere could send', async () => {
  const { kontroll: port } = simulator.porter;
  const skjema = await fetch(`${simulator.url.kontroll}/feil`, {
    method: 'POST',
    body: '{"feil":"status-500"}',
  });
  expect(skjema.status).toBe(415);
  const fremmed = { 'content-type': 'application/json', origin: 'http://angriper.test' };
  const bestilling = await fetch(`${simulator.url.kontroll}/feil`, {
    method: 'POST',
    body: '{"feil":"status-500"}',
    headers: fremmed,
  });
  expect(bestilling.status).toBe(403);
  const kall = request({ port, host: '127.0.0.1', path: '/tilstand', headers: { host: 'angriper.test' } });
  const [svar] = await once(kall.end(), 'response');
  expect(svar.resume().statusCode).toBe(403);
  expect((await klient.getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
});
