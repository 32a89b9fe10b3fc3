/** The whole simulator in one process: the parts fit together, and start and stop as one. */
import { X509Certificate } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenLocally } from './listen.ts';
import { createProevemappe } from './pki/proeve/proevemappe.ts';
import { createProeveklient, MED_HJEMMEL } from './proeveklient.ts';
import { type Simulator, type Simulatorvalg, startSimulator } from './simulator.ts';

let valg: Simulatorvalg;
let simulator: Simulator;
let klient: ReturnType<typeof createProeveklient>;

beforeAll(async () => {
  valg = {
    dataDir: await createProevemappe(),
    registerPort: 0,
    identitetPort: 0,
    kontrollPort: 0,
    maskinportenPort: 0,
    krrPort: 0,
    antall: 500,
    froe: 1,
    naa: new Date(),
    portalUrler: ['http://localhost:3999'],
  };
  simulator = await startSimulator(valg);
  klient = createProeveklient(simulator);
});
afterAll(async () => {
  await simulator.close();
  await rm(valg.dataDir, { recursive: true });
});

test('the portal’s organisation may look up a person in the package with hjemmel and gets that person', async () => {
  const { status, kropp } = await klient.getPerson('virksomhet', MED_HJEMMEL);
  expect(status).toBe(200);
  expect(JSON.parse(kropp).identifikasjonsnummer[0].foedselsEllerDNummer).toBe(klient.getNummer());
});

test('the organisation number is read from either certificate field, and decides the packages', async () => {
  expect((await klient.getPerson('kommune', MED_HJEMMEL)).status).toBe(200);
  expect((await klient.getPerson('finans', 'api/finans')).status).toBe(200);
  expect((await klient.getPerson('finans', MED_HJEMMEL)).status).toBe(403);
  expect((await klient.getPerson('kommune', 'api/finans')).status).toBe(403);
  expect((await klient.getPerson('uten-pakke', MED_HJEMMEL)).status).toBe(403);
  expect((await klient.getPerson('ukjent', MED_HJEMMEL)).status).toBe(401);
});

test('the expired and the foreign certificate do not get past the handshake', async () => {
  await expect(klient.getPerson('utloept', MED_HJEMMEL)).rejects.toThrow();
  await expect(klient.getPerson('fremmed', MED_HJEMMEL)).rejects.toThrow();
});

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

test('a taken port is told with its number before anything is made', async () => {
  const opptatt = createServer();
  const kontrollPort = await listenLocally(opptatt, 0);
  const dataDir = join(valg.dataDir, 'aldri-laget');
  const feil = { code: 'EADDRINUSE', port: kontrollPort };
  await expect(startSimulator({ ...valg, dataDir, kontrollPort })).rejects.toMatchObject(feil);
  await expect(stat(dataDir)).rejects.toThrow(/ENOENT/);
  opptatt.close();
});

test('when the last part cannot start, those before it are stopped', async () => {
  const ledig = createServer();
  const port = await listenLocally(ledig, 0);
  await new Promise((resolve) => ledig.close(resolve));
  const start = startSimulator({ ...valg, identitetPort: port, kontrollPort: port });
  await expect(start).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});
