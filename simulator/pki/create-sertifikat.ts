/**
 * Certificates as a Norwegian issuer of virksomhetssertifikat makes them (krr-maskinporten.md section 5): RSA, key
 * usage critical, no extended key usage for clients. Issued by a throw-away CA that nobody else trusts.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
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

/** The certificate of a server on this machine: `localhost` and `127.0.0.1`. */
export function createTjenersertifikat(utsteder: Utsteder, gyldighet: Gyldighet): Promise<Sertifikatpar> {
  const subjekt: JsonName = [{ C: ['NO'] }, { O: ['Folkeregistersimulator'] }, { CN: ['localhost'] }];
  const navn = new SubjectAlternativeNameExtension([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ]);
  return createSertifikat(
    utsteder,
    subjekt,
    gyldighet,
    [new ExtendedKeyUsageExtension([SERVER_AUTH]), navn],
    ANDRE_BITS,
  );
}

/** A virksomhetssertifikat that carries the organisation number in the field the virksomhet uses. */
export function createVirksomhetssertifikat(
  utsteder: Utsteder,
  virksomhet: { orgnr: string; navn: string; nummerfelt: 'organizationIdentifier' | 'serialNumber' },
  gyldighet: Gyldighet,
): Promise<Sertifikatpar> {
  const nummer =
    virksomhet.nummerfelt === 'organizationIdentifier'
      ? { [ORGANIZATION_IDENTIFIER]: [`NTRNO-${virksomhet.orgnr}`] }
      : { [SERIAL_NUMBER]: [virksomhet.orgnr] };
  const subjekt = [{ C: ['NO'] }, { O: [virksomhet.navn] }, { CN: [virksomhet.navn] }, nummer];
  return createSertifikat(utsteder, subjekt, gyldighet, [], VIRKSOMHET_BITS);
}

async function createSertifikat(
  utsteder: Utsteder,
  subjekt: JsonName,
  gyldighet: Gyldighet,
  utvidelser: Extension[],
  bits: number,
): Promise<Sertifikatpar> {
  const noekler = await createNoekler(bits);
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
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', noekkel));
  const linjer = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${linjer.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

/** Positive and 16 bytes, so that no two certificates of one CA share a number. */
function createSerienummer(): string {
  return `40${randomBytes(15).toString('hex')}`;
}
