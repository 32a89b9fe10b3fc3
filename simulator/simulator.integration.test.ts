/** The whole simulator in one process: the parts know each other, and the control port steers the register. */
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listenLocally } from './listen.ts';
import { getKlient } from './pki/ensure-pki.ts';
import { TESTVIRKSOMHETER } from './pki/testvirksomheter.ts';
import { type Simulator, type Simulatorvalg, startSimulator } from './simulator.ts';

let valg: Simulatorvalg;
let simulator: Simulator;

beforeAll(async () => {
  valg = {
    dataDir: await mkdtemp(join(tmpdir(), 'simulator-')),
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    antall: 500,
    froe: 1,
    naa: new Date(),
    portalUrler: ['http://localhost:3999'],
  };
  simulator = await startSimulator(valg);
});
afterEach(() => kontroll('DELETE', '/feil'));
afterAll(async () => {
  await simulator.close();
  await rm(valg.dataDir, { recursive: true });
});

function kontroll(metode: string, sti: string, kropp?: unknown): Promise<Response> {
  const innhold =
    kropp === undefined
      ? {}
      : { body: JSON.stringify(kropp), headers: { 'content-type': 'application/json' } };
  return fetch(`${simulator.url.kontroll}${sti}`, { method: metode, ...innhold });
}

const getJson = async (sti: string) => (await kontroll('GET', sti)).json();

function getNummer(navn = 'ordinaer-mor'): string {
  return simulator.scenariopersoner.find((person) => person.navn === navn)?.nummer ?? '';
}

/** Status of an oppslag with this organisation's certificate, or the error of the connection. */
function getPerson(
  fil: string,
  pakkesti: string,
  nummer = getNummer(),
): Promise<{ status: number; kropp: string }> {
  return new Promise((resolve, reject) => {
    const kall = request(`${simulator.url.register}/folkeregisteret/${pakkesti}/v1/personer/${nummer}`, {
      ca: simulator.pki.ca,
      agent: false,
      ...getKlient(simulator.pki, fil),
    });
    kall.on('error', reject);
    kall.on('response', async (svar) => {
      const deler = await svar.toArray();
      resolve({ status: svar.statusCode ?? 0, kropp: Buffer.concat(deler).toString() });
    });
    kall.end();
  });
}

const MED_HJEMMEL = 'offentlig-med-hjemmel/api';

test('the portal’s organisation may look up a person in the package with hjemmel and gets that person', async () => {
  const { status, kropp } = await getPerson('virksomhet', MED_HJEMMEL);
  expect(status).toBe(200);
  expect(JSON.parse(kropp).identifikasjonsnummer[0].foedselsEllerDNummer).toBe(getNummer());
});

test('the organisation number is read from either certificate field, and decides the packages', async () => {
  expect((await getPerson('kommune', MED_HJEMMEL)).status).toBe(200);
  expect((await getPerson('finans', 'api/finans')).status).toBe(200);
  expect((await getPerson('finans', MED_HJEMMEL)).status).toBe(403);
  expect((await getPerson('kommune', 'api/finans')).status).toBe(403);
  expect((await getPerson('uten-pakke', MED_HJEMMEL)).status).toBe(403);
  expect((await getPerson('ukjent', MED_HJEMMEL)).status).toBe(401);
});

test('the expired and the foreign certificate do not get past the handshake', async () => {
  await expect(getPerson('utloept', MED_HJEMMEL)).rejects.toThrow();
  await expect(getPerson('fremmed', MED_HJEMMEL)).rejects.toThrow();
});

test('tilstand tells services, population, organisations and named persons as they are', async () => {
  expect(await getJson('/tilstand')).toMatchObject({
    tjenester: {
      register: { port: simulator.porter.register, url: simulator.url.register },
      identitet: { port: simulator.porter.identitet, url: simulator.url.identitet, feil: null },
      kontroll: { port: simulator.porter.kontroll },
    },
    scenario: 'normal',
    feil: [],
    befolkning: { antall: 500, scenariopersoner: simulator.scenariopersoner },
    organisasjoner: TESTVIRKSOMHETER,
  });
});

test('a scenario changes the register’s answers at once, replaces the one before, and normal undoes it', async () => {
  expect((await kontroll('PUT', '/scenario/nede')).status).toBe(200);
  const nede = await getPerson('virksomhet', MED_HJEMMEL);
  expect(nede).toMatchObject({ status: 500, kropp: expect.stringContaining('FREG-001') });
  await kontroll('PUT', '/scenario/falske-404');
  expect((await getPerson('virksomhet', MED_HJEMMEL)).status).toBe(404);
  expect(await getJson('/tilstand')).toMatchObject({
    scenario: 'falske-404',
    feil: [{ feil: 'status-404' }],
  });
  await kontroll('PUT', '/scenario/normal');
  expect((await getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
});

test('an unknown scenario is 404, names those there are, and changes nothing', async () => {
  await kontroll('PUT', '/scenario/nede');
  const svar = await kontroll('PUT', '/scenario/finnes-ikke');
  expect(svar.status).toBe(404);
  expect((await svar.json()).feilmelding).toContain('falske-404');
  expect((await getPerson('virksomhet', MED_HJEMMEL)).status).toBe(500);
});

test('a fault of one’s own strikes as it is limited, and DELETE removes it', async () => {
  const person = getNummer('ordinaer-far');
  expect((await kontroll('POST', '/feil', { feil: 'status-503', nummer: person })).status).toBe(200);
  expect((await getPerson('virksomhet', MED_HJEMMEL, person)).status).toBe(503);
  expect((await getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
  expect((await getJson('/tilstand')).scenario).toBeNull();
  expect((await kontroll('DELETE', '/feil')).status).toBe(204);
  expect((await getPerson('virksomhet', MED_HJEMMEL, person)).status).toBe(200);
});

test.each([
  ['a fault nobody has', { feil: 'jordskjelv' }, 400],
  ['a share over 1', { feil: 'status-500', andel: 2 }, 400],
  ['an option nobody has', { feil: 'status-500', farge: 1 }, 400],
])('%s is refused with a sentence', async (_navn, kropp, status) => {
  const svar = await kontroll('POST', '/feil', kropp);
  expect(svar.status).toBe(status);
  expect((await svar.json()).feilmelding).toMatch(/\p{L}{3,}/u);
  expect(await getJson('/tilstand')).toMatchObject({ feil: [] });
});

test('calls are counted by template, never with the number asked for, and can be reset', async () => {
  await kontroll('DELETE', '/kall');
  await getPerson('virksomhet', MED_HJEMMEL);
  await getPerson('uten-pakke', MED_HJEMMEL);
  const kall = await getJson('/kall');
  expect(kall.totalt).toBe(2);
  expect(kall.siste.map(({ status }: { status: number }) => status)).toEqual([200, 403]);
  expect(JSON.stringify(kall)).not.toContain(getNummer());
  await kontroll('DELETE', '/kall');
  expect((await getJson('/kall')).totalt).toBe(0);
});

test('the identity provider’s fault is set, shown and taken away; an unknown one is refused', async () => {
  expect((await kontroll('PUT', '/identitet/feil', { feil: 'aud' })).status).toBe(200);
  expect((await getJson('/tilstand')).tjenester.identitet.feil).toBe('aud');
  expect((await kontroll('PUT', '/identitet/feil', { feil: 'farge' })).status).toBe(400);
  expect((await kontroll('PUT', '/identitet/feil', {})).status).toBe(400);
  expect((await kontroll('PUT', '/identitet/feil', { feil: null })).status).toBe(200);
  expect((await getJson('/tilstand')).tjenester.identitet.feil).toBeNull();
});

test('the control port refuses what a web page elsewhere could send', async () => {
  const { kontroll: port } = simulator.porter;
  const skjema = await fetch(`${simulator.url.kontroll}/feil`, {
    method: 'POST',
    body: '{"feil":"status-500"}',
  });
  expect(skjema.status).toBe(415);
  const { status } = await fetchMedVert(port, 'angriper.test');
  expect(status).toBe(403);
  expect((await getPerson('virksomhet', MED_HJEMMEL)).status).toBe(200);
});

async function fetchMedVert(port: number, host: string): Promise<{ status: number }> {
  const { request: httpRequest } = await import('node:http');
  return new Promise((resolve, reject) => {
    const kall = httpRequest({ port, host: '127.0.0.1', path: '/tilstand', headers: { host } });
    kall.on('error', reject);
    kall.on('response', (svar) => resolve({ status: svar.resume().statusCode ?? 0 }));
    kall.end();
  });
}

test('generated secrets lie in files only the owner can read, and a second start uses them and the certificates again', async () => {
  for (const fil of ['demo-passord', 'oidc-klienthemmelighet']) {
    expect((await stat(join(valg.dataDir, fil))).mode & 0o777).toBe(0o600);
  }
  expect(await readFile(join(valg.dataDir, 'demo-passord'), 'utf8')).toBe(simulator.passord);
  const andre = await startSimulator({ ...valg, passord: 'valgt' });
  try {
    expect(andre.passord).toBe('valgt');
    expect(andre.klienthemmelighet).toBe(simulator.klienthemmelighet);
    expect(new X509Certificate(andre.pki.ca).fingerprint).toBe(
      new X509Certificate(simulator.pki.ca).fingerprint,
    );
    expect(andre.scenariopersoner).toEqual(simulator.scenariopersoner);
  } finally {
    await andre.close();
  }
});

test('when one port is taken nothing is left running on the others', async () => {
  const opptatt = createServer();
  const kontrollPort = await listenLocally(opptatt, 0);
  const ledig = createServer();
  const identitetPort = await listenLocally(ledig, 0);
  await new Promise((resolve) => ledig.close(resolve));
  await expect(startSimulator({ ...valg, identitetPort, kontrollPort })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: kontrollPort,
  });
  await expect(fetch(`http://127.0.0.1:${identitetPort}`)).rejects.toThrow();
  opptatt.close();
});
