/** Certificate files that change while calls are made: the swap costs no call, and a bad file changes nothing. */
import { rmSync, writeFileSync } from 'node:fs';
import { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestRegister } from './test-register.ts';
import { createDokument, listLekkasjer, OPPSLAG, sendJson, startTestRegister } from './test-register.ts';
import { createMappe, createPar, DAG_MS, writePar } from './test-sertifikat.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startTestRegister();
});
afterAll(() => register.close());

const listSertifikatlinjer = () => register.logg.filter((entry) => entry.hendelse === 'freg.sertifikat');

test('R-16: three swaps under load fail no call, and the register sees each new certificate', async () => {
  const sett = new Set<string>();
  register.script((req, res) => {
    if (req.socket instanceof TLSSocket)
      sett.add(String(req.socket.getPeerX509Certificate()?.fingerprint256));
    sendJson(res, 200, createDokument());
  });
  const mappe = createMappe();
  const klient = writePar(mappe, register.klient);
  const client = register.createClient({ klient, sertifikatKontrollMs: 0 });
  const ends: string[] = [];
  let stopp = false;
  const last = Array.from({ length: 16 }, async () => {
    while (!stopp) ends.push((await client.getPerson(OPPSLAG)).kind);
  });
  for (let bytte = 1; bytte <= 3; bytte++) {
    const foer = ends.length;
    writePar(mappe, await createPar(register.utsteder));
    await expect.poll(() => sett.size > bytte && ends.length > foer + 50, { timeout: 10_000 }).toBe(true);
  }
  stopp = true;
  await Promise.all(last);
  expect(ends.length).toBeGreaterThan(150);
  expect(ends.filter((kind) => kind !== 'funnet')).toEqual([]);
  expect(register.ventet).toEqual([]);
});

test('R-16: a bad new file keeps the old certificate working and is reported once', async () => {
  register.script((_req, res) => sendJson(res, 200, createDokument()));
  const mappe = createMappe();
  const klient = writePar(mappe, register.klient);
  const client = register.createClient({ klient });
  await client.getPerson(OPPSLAG);
  register.logg.length = 0;
  const annen = await createPar(register.utsteder);
  writeFileSync(klient.certFile, annen.cert);
  for (let kall = 0; kall < 3; kall++) {
    register.moveClock(1_500);
    expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
  }
  expect(listSertifikatlinjer().map((entry) => entry.kode)).toEqual(['avvist:feilNoekkel']);

  // The key follows: the pair is whole and is taken into use.
  writeFileSync(klient.keyFile, annen.key);
  register.moveClock(1_500);
  expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
  expect(listSertifikatlinjer().map((entry) => entry.kode)).toEqual(['avvist:feilNoekkel', 'tattIBruk']);
});

test('R-16: the files are looked at when the interval has passed, not before', async () => {
  const mappe = createMappe();
  const klient = writePar(mappe, register.klient);
  const client = register.createClient({ klient });
  const foer = client.getSertifikat();
  const ny = { navn: 'CN=Ny, 2.5.4.97=NTRNO-111222333' };
  writePar(mappe, await createPar(register.utsteder, ny));
  expect(client.getSertifikat()).toEqual(foer);
  register.moveClock(1_500);
  expect(client.getSertifikat()).toMatchObject({
    sertifikat: { navn: 'Ny', organisasjonsnummer: '111222333' },
  });
});

test('R-16: a missing or expired certificate heals without a restart', async () => {
  register.script((_req, res) => sendJson(res, 200, createDokument()));
  const mappe = createMappe();
  const klient = writePar(mappe, register.klient);
  rmSync(klient.keyFile);
  const client = register.createClient({ klient });
  expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'sertifikat', grunn: 'mangler' });

  writePar(mappe, await createPar(register.utsteder, { til: new Date(Date.now() - DAG_MS / 2) }));
  register.moveClock(1_500);
  expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'sertifikat', grunn: 'utloept' });

  writePar(mappe, register.klient);
  register.moveClock(1_500);
  expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
});

test('R-16: a certificate near its end is warned of once for each threshold', async () => {
  const til = new Date(Date.now() + 62.5 * DAG_MS);
  const klient = writePar(createMappe(), await createPar(register.utsteder, { til }));
  let naa = Date.now();
  const logg: (number | undefined)[] = [];
  const client = register.createClient({
    klient,
    klokke: { naa: () => naa, vent: async () => undefined },
    log: (entry) => entry.kode === 'utloeperSnart' && logg.push(entry.antall),
  });
  for (let dag = 0; dag < 62; dag++) {
    client.getSertifikat();
    client.getSertifikat();
    naa += DAG_MS;
  }
  expect(logg).toEqual([62, 59, 29, 13, 6]);
  client.getSertifikat();
  expect(logg).toEqual([62, 59, 29, 13, 6, 0]);
});

test('R-20: nothing that was logged here holds a number, a name or an address', () => {
  expect(register.logg.length).toBeGreaterThan(5);
  expect(listLekkasjer(register.logg)).toEqual([]);
});
