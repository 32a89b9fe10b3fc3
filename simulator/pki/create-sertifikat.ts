/**
 * Certificates as a Norwegian issuer of virksomhetssertifikat makes them (krr-maskinporten.md section 5): RSA, key
 * usage critical, no extended key usage for clients. Issued by a throw-away CA that nobody else trusts.
 */
import 'reflect-metadata';
import { randomBytes, X509Certificate } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonGeneralNames,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

const ALGORITME = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
};
/** As the issued virksomhetssertifikat that krr-maskinporten.md section 5 describes; servers and CAs are ours. */
const VIRKSOMHET_BITS = 3072;
const ANDRE_BITS = 2048;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** Attributes that the library does not know by name: organizationIdentifier and serialNumber of X.520. */
const ORGANIZATION_IDENTIFIER = '2.5.4.97';
const SERIAL_NUMBER = '2.5.4.5';

/** A certificate with its key, both PEM. */
export type Sertifikatpar = { cert: string; key: string };
/** From when until when, both inclusive. */
export type Gyldighet = { fra: Date; til: Date };
/** A CA that can sign: its certificate and the key pair in memory. */
export type Utsteder = { pem: string; navn: JsonName; noekler: CryptoKeyPair };

/** A self-signed CA named `navn`. */
export async function createUtsteder(navn: string, gyldighet: Gyldighet): Promise<Utsteder> {
  const noekler = await createNoekler(ANDRE_BITS);
  const subjekt: JsonName = [{ C: ['NO'] }, { O: ['Folkeregistersimulator'] }, { CN: [navn] }];
  const sertifikat = await X509CertificateGenerator.createSelfSigned({
    serialNumber: createSerienummer(),
    name: subjekt,
    notBefore: gyldighet.fra,
    notAfter: gyldighet.til,
    signingAlgorithm: ALGORITME,
    keys: noekler,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(noekler.publicKey),
    ],
  });
  return { pem: sertifikat.toString('pem'), navn: subjekt, noekler };
}

/** The certificate of a server: of `localhost` and `127.0.0.1`, or of the host named. */
export function createTjenersertifikat(
  utsteder: Utsteder,
  gyldighet: Gyldighet,
  noekler: CryptoKeyPair,
  vert?: string,
): Promise<Sertifikatpar> {
  const navn: JsonGeneralNames = vert
    ? [{ type: 'dns', value: vert }]
    : [
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ];
  const subjekt: JsonName = [{ C: ['NO'] }, { O: ['Folkeregistersimulator'] }, { CN: [vert ?? 'localhost'] }];
  const utvidelser = [
    new ExtendedKeyUsageExtension([SERVER_AUTH]),
    new SubjectAlternativeNameExtension(navn),
  ];
  return createSertifikat(utsteder, subjekt, gyldighet, utvidelser, noekler);
}

/** The list of certificates that the CA takes back (RFC 5280), valid as long as the CA. */
export async function createTilbaketrekking(
  utsteder: Utsteder,
  gyldighet: Gyldighet,
  tilbakekalte: readonly Sertifikatpar[],
): Promise<string> {
  const crl = await X509CrlGenerator.create({
    issuer: utsteder.navn,
    thisUpdate: gyldighet.fra,
    nextUpdate: gyldighet.til,
    signingAlgorithm: ALGORITME,
    signingKey: utsteder.noekler.privateKey,
    extensions: [await AuthorityKeyIdentifierExtension.create(utsteder.noekler.publicKey)],
    entries: tilbakekalte.map(({ cert }) => ({
      serialNumber: new X509Certificate(cert).serialNumber,
      revocationDate: gyldighet.fra,
    })),
  });
  return toPem('X509 CRL', crl.rawData);
}

/** The key pair of an organisation; several of its certificates may be for the same one. */
export const createVirksomhetsnoekler = (): Promise<CryptoKeyPair> => createNoekler(VIRKSOMHET_BITS);

/** The key pair of a server; several of its certificates may be for the same one. */
export const createTjenernoekler = (): Promise<CryptoKeyPair> => createNoekler(ANDRE_BITS);

/** A virksomhetssertifikat that carries the organisation number in the field the virksomhet uses. Without `noekler` it gets its own. */
export async function createVirksomhetssertifikat(
  utsteder: Utsteder,
  virksomhet: { orgnr: string; navn: string; nummerfelt: 'organizationIdentifier' | 'serialNumber' },
  gyldighet: Gyldighet,
  noekler?: CryptoKeyPair,
): Promise<Sertifikatpar> {
  const nummer =
    virksomhet.nummerfelt === 'organizationIdentifier'
      ? { [ORGANIZATION_IDENTIFIER]: [`NTRNO-${virksomhet.orgnr}`] }
      : { [SERIAL_NUMBER]: [virksomhet.orgnr] };
  const subjekt = [{ C: ['NO'] }, { O: [virksomhet.navn] }, { CN: [virksomhet.navn] }, nummer];
  return createSertifikat(utsteder, subjekt, gyldighet, [], noekler ?? (await createVirksomhetsnoekler()));
}

async function createSertifikat(
  utsteder: Utsteder,
  subjekt: JsonName,
  gyldighet: Gyldighet,
  utvidelser: Extension[],
  noekler: CryptoKeyPair,
): Promise<Sertifikatpar> {
  const sertifikat = await X509CertificateGenerator.create({
    serialNumber: createSerienummer(),
    subject: subjekt,
    issuer: utsteder.navn,
    notBefore: gyldighet.fra,
    notAfter: gyldighet.til,
    signingAlgorithm: ALGORITME,
    publicKey: noekler.publicKey,
    signingKey: utsteder.noekler.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true),
      await AuthorityKeyIdentifierExtension.create(utsteder.noekler.publicKey),
      await SubjectKeyIdentifierExtension.create(noekler.publicKey),
      ...utvidelser,
    ],
  });
  return { cert: sertifikat.toString('pem'), key: await exportNoekkel(noekler.privateKey) };
}

function createNoekler(modulusLength: number): Promise<CryptoKeyPair> {
  const algoritme = { ...ALGORITME, modulusLength, publicExponent: new Uint8Array([1, 0, 1]) };
  return crypto.subtle.generateKey(algoritme, true, ['sign', 'verify']);
}

async function exportNoekkel(noekkel: CryptoKey): Promise<string> {
  return toPem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', noekkel));
}

function toPem(merke: string, der: ArrayBuffer): string {
  const linjer =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${merke}-----\n${linjer.join('\n')}\n-----END ${merke}-----\n`;
}

/** Positive and 16 bytes, so that no two certificates of one CA share a number. */
function createSerienummer(): string {
  return `40${randomBytes(15).toString('hex')}`;
}
