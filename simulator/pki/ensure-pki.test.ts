/** What a client may rely on in the pki folder, tried with real TLS handshakes where TLS decides. */
import { X509Certificate } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listenLocally } from '../listen.ts';
import { ensurePki, getKlient, type Pki } from './ensure-pki.ts';
import { listOrganisasjoner, TESTVIRKSOMHETER } from './testvirksomheter.ts';

const DOEGN = 86_400_000;
const naa = new Date();
let mappe: string;
let pki: Pki;

beforeAll(async () => {
  mappe = await mkdtemp(join(tmpdir(), 'pki-'));
  pki = await ensurePki(mappe, naa);
});
afterAll(() => rm(mappe, { recursive: true }));

/** A folder of its own with the same certificates. */
async function copyPki(): Promise<string> {
  const egen = await mkdtemp(join(tmpdir(), 'pki-'));
  await cp(mappe, egen, { recursive: true });
  return egen;
}

/** The error code of a GET with this client identity, or `ok`. */
async function tryKlient(klient: SecureContextOptions): Promise<string> {
  const tjener = createServer(
    { ...pki.tjener, ca: pki.ca, requestCert: true, rejectUnauthorized: true },
    (_req, res) => void res.end('ok'),
  );
  const port = await listenLocally(tjener, 0);
  try {
    return await new Promise((resolve) => {
      const kall = request({ host: 'localhost', port, ca: pki.ca, agent: false, ...klient });
      kall.on('response', (svar) => svar.resume().on('end', () => resolve('ok')));
      kall.on('error', (feil: NodeJS.ErrnoException) => resolve(feil.code ?? feil.message));
      kall.end();
    });
  } finally {
    tjener.close();
  }
}

test('every organisation of the table has a pair that the server accepts', async () => {
  for (const { fil } of TESTVIRKSOMHETER) expect(await tryKlient(getKlient(pki, fil)), fil).toBe('ok');
});

test('no certificate, an expired one and one from another CA are refused in the handshake', async () => {
  expect(await tryKlient({})).not.toBe('ok');
  expect(await tryKlient(getKlient(pki, 'utloept'))).not.toBe('ok');
  expect(await tryKlient(getKlient(pki, 'fremmed'))).not.toBe('ok');
});

test('virksomhet.p12 opens with its passphrase only and works as a client certificate', async () => {
  const pfx = await readFile(join(mappe, 'virksomhet.p12'));
  const passphrase = await readFile(join(mappe, 'virksomhet.p12-passord'), 'utf8');
  expect(await tryKlient({ pfx, passphrase })).toBe('ok');
  expect(() => createSecureContext({ pfx, passphrase: `${passphrase}x` })).toThrow(/mac verify failure/);
});

test('an organisation has a key of the size that issued certificates have', () => {
  const { publicKey } = new X509Certificate(getKlient(pki, 'virksomhet').cert);
  expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
});

test('the organisation number is in the field that the organisation uses', () => {
  for (const { fil, orgnr, nummerfelt } of TESTVIRKSOMHETER) {
    const subjekt = new X509Certificate(getKlient(pki, fil).cert).toLegacyObject().subject;
    const nummer = nummerfelt === 'organizationIdentifier' ? `NTRNO-${orgnr}` : orgnr;
    expect(Object.entries(subjekt).filter(([, verdi]) => verdi === nummer)).toEqual([[nummerfelt, nummer]]);
  }
});

test('organisation numbers are synthetic (they begin with 3) and have a valid check digit', () => {
  for (const { orgnr } of TESTVIRKSOMHETER) {
    const sum = [3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((s, vekt, i) => s + vekt * Number(orgnr[i]), 0);
    expect(orgnr).toMatch(/^3\d{8}$/);
    expect(sum % 11, orgnr).toBe(0);
  }
});

test('the register is told of every registered organisation and not of the unknown one', () => {
  const organisasjoner = listOrganisasjoner();
  expect(organisasjoner.size).toBe(TESTVIRKSOMHETER.length - 1);
  expect(TESTVIRKSOMHETER.find(({ fil }) => fil === 'ukjent')?.orgnr).not.toSatisfy((nummer: string) =>
    organisasjoner.has(nummer),
  );
});

test('keys can be read by their owner only', async () => {
  for (const navn of [
    'tjener.key',
    'virksomhet.key',
    'virksomhet.p12',
    'virksomhet.p12-passord',
    'utloept.key',
  ]) {
    expect((await stat(join(mappe, navn))).mode & 0o777, navn).toBe(0o600);
  }
});

test('good certificates are used again, also 30 days before they expire', async () => {
  const utloeper = Date.parse(new X509Certificate(pki.tjener.cert).validTo);
  expect(await ensurePki(mappe, new Date(utloeper - 31 * DOEGN))).toEqual(pki);
});

test.each<[string, (egen: string) => Promise<void>]>([
  ['is missing', (egen) => rm(join(egen, 'finans.key'))],
  ['is missing that only faults use', (egen) => rm(join(egen, 'crl.pem'))],
  ['is broken', (egen) => writeFile(join(egen, 'kommune.pem'), 'ikke et sertifikat')],
  ['is of another CA', (egen) => writeFile(join(egen, 'tjener.pem'), pki.tjenervarianter['ny-ca'].cert)],
])('certificates are made anew when one %s', async (_navn, breakOne) => {
  const egen = await copyPki();
  await breakOne(egen);
  expect((await ensurePki(egen, naa)).ca).not.toBe(pki.ca);
  await rm(egen, { recursive: true });
});

test('certificates are made anew in the last 30 days', async () => {
  const egen = await copyPki();
  const utloeper = Date.parse(new X509Certificate(pki.tjener.cert).validTo);
  expect((await ensurePki(egen, new Date(utloeper - 29 * DOEGN))).ca).not.toBe(pki.ca);
  await rm(egen, { recursive: true });
});
