/** Throw-away issuers and certificates for the tests of the register client. Nobody else trusts them. */
import 'server-only';
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { afterAll } from 'vitest';

const ALGORITME = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const OPENSSL = 'openssl';
export const DAG_MS = 86_400_000;

export type Par = { cert: string; key: string };
export type Utsteder = { cert: string; navn: string; noekler: CryptoKeyPair };
type Valg = { fra?: Date; til?: Date; navn?: string; bareSignering?: boolean; vert?: string };

async function createNoekler(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITME, true, ['sign', 'verify']);
}

function createPeriode({ fra, til }: Valg) {
  return {
    notBefore: fra ?? new Date(Date.now() - DAG_MS),
    notAfter: til ?? new Date(Date.now() + 400 * DAG_MS),
  };
}

async function formatKey(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}

export async function createUtsteder(navn: string): Promise<Utsteder> {
  const noekler = await createNoekler();
  const sertifikat = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${navn}`,
    ...createPeriode({}),
    signingAlgorithm: ALGORITME,
    keys: noekler,
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return { cert: sertifikat.toString('pem'), navn: `CN=${navn}`, noekler };
}

/** A certificate by `utsteder`; `navn` is the whole subject, `vert` makes it a server's. */
export async function createPar(utsteder: Utsteder, valg: Valg = {}): Promise<Par> {
  const noekler = await createNoekler();
  const vert = valg.vert ?? '127.0.0.1';
  const sertifikat = await X509CertificateGenerator.create({
    subject: valg.navn ?? 'CN=Testvirksomhet, 2.5.4.97=NTRNO-999888777',
    issuer: utsteder.navn,
    ...createPeriode(valg),
    signingAlgorithm: ALGORITME,
    publicKey: noekler.publicKey,
    signingKey: utsteder.noekler.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(
        valg.bareSignering ? KeyUsageFlags.nonRepudiation : KeyUsageFlags.digitalSignature,
        true,
      ),
      new SubjectAlternativeNameExtension([{ type: vert.includes('.test') ? 'dns' : 'ip', value: vert }]),
    ],
  });
  return { cert: sertifikat.toString('pem'), key: await formatKey(noekler.privateKey) };
}

const mapper: string[] = [];
afterAll(() => {
  for (const mappe of mapper) rmSync(mappe, { recursive: true });
});

/** A directory that is removed with its keys when the test file is done. */
export function createMappe(): string {
  const mappe = mkdtempSync(join(tmpdir(), 'freg-'));
  mapper.push(mappe);
  return mappe;
}

/** Writes the pair and returns its file names. */
export function writePar(mappe: string, { cert, key }: Par, navn = 'klient') {
  const filer = { certFile: join(mappe, `${navn}.pem`), keyFile: join(mappe, `${navn}.key`) };
  writeFileSync(filer.certFile, cert);
  writeFileSync(filer.keyFile, key);
  return filer;
}

/** Whether OpenSSL's program is there and can do `args`. Node reads PKCS#12 but has nothing that makes it. */
export function hasOpenssl(args: string[] = ['version']): boolean {
  try {
    execFileSync(OPENSSL, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Writes the pair as PKCS#12 with a passphrase and returns its file name. Extra arguments go to `openssl pkcs12`. */
export function writePkcs12(mappe: string, par: Par, passphrase: string, extra: string[] = []): string {
  const { certFile, keyFile } = writePar(mappe, par, 'kilde');
  const pkcs12File = join(mappe, `klient${extra.join('')}.p12`);
  const args = [
    'pkcs12',
    '-export',
    ...extra,
    '-in',
    certFile,
    '-inkey',
    keyFile,
    '-passout',
    `pass:${passphrase}`,
  ];
  execFileSync(OPENSSL, [...args, '-out', pkcs12File], { stdio: 'ignore' });
  return pkcs12File;
}
