/** Certificates over real TLS: ours, the register's, and what the client says when one of them will not do. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FregConfig, KlientFiler } from './freg-config.ts';
import type { TestRegister } from './test-register.ts';
import { listLekkasjer, OPPSLAG, startTestRegister } from './test-register.ts';
import {
  createMappe,
  createPar,
  createUtsteder,
  DAG_MS,
  hasOpenssl,
  writePar,
  writePkcs12,
} from './test-sertifikat.ts';
import { readLegitimasjon, SertifikatError } from './virksomhetssertifikat.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startTestRegister();
});
afterAll(() => register.close());

async function ask(endring: Partial<FregConfig>) {
  register.script((_req, res) => res.writeHead(404, { 'content-type': 'application/json' }).end('{}'));
  return register.createClient(endring).getPerson(OPPSLAG);
}

test('R-16: a register that knows our certificate answers, and the certificate is described', async () => {
  const client = register.createClient();
  expect((await client.getPerson(OPPSLAG)).kind).toBe('funnet');
  expect(client.getSertifikat()).toEqual({
    sertifikat: {
      navn: 'Testvirksomhet',
      organisasjonsnummer: '999888777',
      gyldigFra: expect.any(Date),
      utloeper: expect.any(Date),
    },
  });
});

test('R-16: the organisation number is also read from serialNumber', async () => {
  const par = await createPar(register.utsteder, { navn: 'CN=B, 2.5.4.5=111222333' });
  const client = register.createClient({ klient: writePar(createMappe(), par) });
  expect(client.getSertifikat()).toMatchObject({
    sertifikat: { navn: 'B', organisasjonsnummer: '111222333' },
  });
});

test('R-16: a client certificate of another issuer is refused by the register, and that is said', async () => {
  const par = await createPar(await createUtsteder('Fremmed'));
  expect(await ask({ klient: writePar(createMappe(), par) })).toEqual({
    kind: 'sertifikat',
    grunn: 'avvist',
  });
  expect(register.kall).toHaveLength(0);
});

test('R-16: a certificate that the register finds expired is refused, also where our clock says otherwise', async () => {
  const par = await createPar(register.utsteder, { til: new Date(Date.now() - 3_600_000) });
  const klokke = { naa: () => Date.now() - 7_200_000, vent: async () => undefined };
  expect(await ask({ klient: writePar(createMappe(), par), klokke })).toEqual({
    kind: 'sertifikat',
    grunn: 'avvist',
  });
});

test('R-16: a register whose issuer we do not know gets no call', async () => {
  const fremmed = await createUtsteder('Fremmed');
  const caFile = join(createMappe(), 'ca.pem');
  writeFileSync(caFile, fremmed.cert);
  expect(await ask({ ca: caFile })).toEqual({ kind: 'sertifikat', grunn: 'ukjentUtsteder' });
  expect(await ask({ ca: undefined })).toEqual({ kind: 'sertifikat', grunn: 'ukjentUtsteder' });
  expect(register.kall).toHaveLength(0);
});

test('R-16: a register with an expired certificate, or one for another name, gets no call', async () => {
  for (const [valg, grunn] of [
    [{ til: new Date(Date.now() - DAG_MS / 2) }, 'tjenerUtloept'],
    [{ vert: 'register.test' }, 'tjenerFeilNavn'],
  ] as const) {
    const par = await createPar(register.utsteder, { navn: 'CN=register', ...valg });
    const annet = await startTestRegister({ par });
    const client = annet.createClient({ ca: register.caFile });
    expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'sertifikat', grunn });
    expect(annet.kall).toHaveLength(0);
    await annet.close();
  }
});

test('R-16: a certificate that cannot work is refused with its reason before any connection', async () => {
  const { utsteder, klient } = register;
  const mappe = createMappe();
  const ok = writePar(mappe, klient, 'ok');
  const utloept = writePar(
    mappe,
    await createPar(utsteder, { til: new Date(Date.now() - DAG_MS / 2) }),
    'utloept',
  );
  const fremtid = writePar(
    mappe,
    await createPar(utsteder, { fra: new Date(Date.now() + DAG_MS) }),
    'fremtid',
  );
  const annen = writePar(mappe, await createPar(utsteder), 'annen');
  const signering = writePar(mappe, await createPar(utsteder, { bareSignering: true }), 'signering');
  const tom = writePar(mappe, { cert: '', key: '' }, 'tom');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rsaKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const blandet = writePar(mappe, { cert: klient.cert, key: rsaKey }, 'blandet');
  const tilfeller: [KlientFiler, string][] = [
    [utloept, 'utloept'],
    [fremtid, 'ikkeGyldigEnnaa'],
    [{ certFile: ok.certFile, keyFile: annen.keyFile }, 'feilNoekkel'],
    [blandet, 'feilNoekkel'],
    [signering, 'feilNoekkelbruk'],
    [{ certFile: join(mappe, 'finnes-ikke'), keyFile: ok.keyFile }, 'mangler'],
    [{ pkcs12File: ok.certFile, passphrase: 'x' }, 'uleselig'],
    [{ certFile: ok.keyFile, keyFile: ok.keyFile }, 'uleselig'],
    [tom, 'uleselig'],
  ];
  for (const [klientFiler, grunn] of tilfeller) {
    expect(await ask({ klient: klientFiler })).toEqual({ kind: 'sertifikat', grunn });
    expect(register.countForbindelser()).toBe(0);
  }
});

test('R-16: a file of issuers without an issuer is refused, not read as trust in all', async () => {
  const tom = join(createMappe(), 'ca.pem');
  writeFileSync(tom, '');
  expect(await ask({ ca: tom })).toEqual({ kind: 'sertifikat', grunn: 'uleselig' });
});

test('R-16: the certificate stops working the moment it expires, without a call', async () => {
  const klient = writePar(
    createMappe(),
    await createPar(register.utsteder, { til: new Date(Date.now() + DAG_MS) }),
  );
  let naa = Date.now();
  const client = register.createClient({ klient, klokke: { naa: () => naa, vent: async () => undefined } });
  expect((await client.getPerson(OPPSLAG)).kind).toBe('ikkeFunnet');
  naa += DAG_MS + 2_000;
  register.script((_req, res) => res.end());
  expect(await client.getPerson(OPPSLAG)).toEqual({ kind: 'sertifikat', grunn: 'utloept' });
  expect(register.kall).toHaveLength(0);
});

// OpenSSL's program makes the files; Node can read PKCS#12 but not write it.
test.skipIf(!hasOpenssl())(
  'R-16: PKCS#12 with a passphrase works, and a wrong or missing one is named',
  async () => {
    const mappe = createMappe();
    const pkcs12File = writePkcs12(mappe, register.klient, 'hemmelig');
    const client = register.createClient({ klient: { pkcs12File, passphrase: 'hemmelig' } });
    expect((await client.getPerson(OPPSLAG)).kind).not.toBe('sertifikat');
    expect(client.getSertifikat()).toMatchObject({ sertifikat: { organisasjonsnummer: '999888777' } });
    const feil = { kind: 'sertifikat', grunn: 'feilPassord' };
    expect(await ask({ klient: { pkcs12File, passphrase: 'gjettet' } })).toEqual(feil);
    expect(await ask({ klient: { pkcs12File } })).toEqual(feil);
  },
);

const hasLegacy = hasOpenssl(['list', '-providers', '-provider', 'legacy']);
test.skipIf(!hasLegacy)(
  'R-16: PKCS#12 with algorithms that OpenSSL 3 refuses is named as outdated',
  async () => {
    const pkcs12File = writePkcs12(createMappe(), register.klient, 'hemmelig', ['-legacy']);
    const utdatert = { kind: 'sertifikat', grunn: 'utdatertFormat' };
    expect(await ask({ klient: { pkcs12File, passphrase: 'hemmelig' } })).toEqual(utdatert);
  },
);

test('R-16: a PEM key with a passphrase works, and a wrong or missing passphrase is named', async () => {
  const kryptert = createPrivateKey(register.klient.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'hemmelig',
  });
  const filer = writePar(createMappe(), { cert: register.klient.cert, key: kryptert.toString() });
  expect((await ask({ klient: { ...filer, passphrase: 'hemmelig' } })).kind).toBe('ikkeFunnet');
  const feil = { kind: 'sertifikat', grunn: 'feilPassord' };
  expect(await ask({ klient: { ...filer, passphrase: 'gjettet' } })).toEqual(feil);
  expect(await ask({ klient: filer })).toEqual(feil);
});

test('R-16: no wrong passphrase is taken for a broken key, also where it decrypts to something', () => {
  const key = createPrivateKey(register.klient.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'hemmelig',
  });
  const filer = writePar(createMappe(), { cert: register.klient.cert, key: key.toString() });
  const grunner = Array.from({ length: 2_000 }, (_, nummer) => {
    try {
      readLegitimasjon({ ...filer, passphrase: `gjettet ${nummer}` }, undefined, Date.now());
      return 'ingen';
    } catch (error) {
      return error instanceof SertifikatError ? error.grunn : 'annet';
    }
  });
  expect(new Set(grunner)).toEqual(new Set(['feilPassord']));
});

test('an address without TLS is refused at once', () => {
  expect(() => register.createClient({ baseUrl: 'http://127.0.0.1:1' })).toThrow('must begin with https');
});

test('R-20: nothing that was logged here holds a number, a name or an address', () => {
  expect(register.logg.length).toBeGreaterThan(10);
  expect(listLekkasjer(register.logg)).toEqual([]);
});
