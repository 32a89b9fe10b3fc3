/**
 * The virksomhetssertifikat from its files: read, proved usable, described. A certificate that cannot work is refused
 * here with its reason, before any connection is tried (security.md R-16).
 */
import 'server-only';
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SecureContext } from 'node:tls';
import { createSecureContext } from 'node:tls';
import type { KlientFiler } from './freg-config.ts';
import type { SertifikatGrunn } from './freg-svar.ts';

/** What may be shown of the certificate. */
export type Sertifikat = {
  /** Common name of the subject. */
  navn: string;
  /** Nine digits from organizationIdentifier `NTRNO-...` or serialNumber; null when the subject has neither. */
  organisasjonsnummer: string | null;
  gyldigFra: Date;
  utloeper: Date;
};

/** A usable certificate. `secureContext` holds certificate, key and the issuers we trust. */
export type Legitimasjon = { sertifikat: Sertifikat; secureContext: SecureContext };

/** Why the files give no usable certificate. */
export class SertifikatError extends Error {
  readonly grunn: SertifikatGrunn;
  constructor(grunn: SertifikatGrunn) {
    super(grunn);
    this.name = 'SertifikatError';
    this.grunn = grunn;
  }
}

/** The files that decide, in a fixed order: those to watch for changes. */
export function listFiler(klient: KlientFiler, ca: string | undefined): string[] {
  const egne = 'pkcs12File' in klient ? [klient.pkcs12File] : [klient.certFile, klient.keyFile];
  return ca === undefined ? egne : [...egne, ca];
}

function readFile(fil: string): Buffer {
  try {
    return readFileSync(fil);
  } catch {
    throw new SertifikatError('mangler');
  }
}

/** Runs a parser of keys or certificates; its message may quote what it read, so only a reason comes out. */
function parseWith<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SertifikatError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // The runtime gives a wrong PKCS#12 passphrase no code of its own, only this text from OpenSSL.
    const isWrongMac = error instanceof Error && error.message === 'mac verify failure';
    if (isWrongMac || /BAD_DECRYPT|MISSING_PASSPHRASE|INTERRUPTED_OR_CANCELLED/.test(code))
      throw new SertifikatError('feilPassord');
    if (code === 'ERR_CRYPTO_UNSUPPORTED_OPERATION') throw new SertifikatError('utdatertFormat');
    if (/KEY_VALUES_MISMATCH/.test(code)) throw new SertifikatError('feilNoekkel');
    throw new SertifikatError('uleselig');
  }
}

/** PEM with at least one certificate; a runtime that is given none would trust its own list instead of ours. */
function readIssuers(fil: string): Buffer {
  const pem = readFile(fil);
  parseWith(() => new X509Certificate(pem));
  return pem;
}

/**
 * One wrong passphrase in 256 decrypts to something that ends like a key and is none: of an encrypted key, whatever fails
 * is the passphrase.
 */
function readPrivateKey(key: Buffer, passphrase: { passphrase?: string }): KeyObject {
  try {
    return createPrivateKey({ key, ...passphrase });
  } catch (error) {
    if (key.includes('ENCRYPTED')) throw new SertifikatError('feilPassord');
    throw error;
  }
}

function readPem(klient: { certFile: string; keyFile: string; passphrase?: string }) {
  const cert = readFile(klient.certFile);
  const key = readFile(klient.keyFile);
  const passphrase = klient.passphrase === undefined ? {} : { passphrase: klient.passphrase };
  const certificate = parseWith(() => new X509Certificate(cert));
  const privateKey = parseWith(() => readPrivateKey(key, passphrase));
  return parseWith(() => {
    // OpenSSL accepts an RSA key beside an EC certificate: the pair is proved here.
    const belongs = certificate.checkPrivateKey(privateKey);
    if (!belongs) throw new SertifikatError('feilNoekkel');
    return { cert, key, ...passphrase };
  });
}

function readPkcs12(klient: { pkcs12File: string; passphrase?: string }) {
  return { pfx: readFile(klient.pkcs12File), passphrase: klient.passphrase ?? '' };
}

/**
 * Whether the key usage lets the certificate authenticate: bit digitalSignature of extension 2.5.29.15, which the
 * runtime does not show. A certificate without the extension may be used for anything (RFC 5280 section 4.2.1.3).
 */
function canAuthenticate(certificate: X509Certificate): boolean {
  const der = certificate.raw;
  const oid = der.indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0f]));
  if (oid === -1) return true;
  const critical = Buffer.from([0x01, 0x01, 0xff]);
  const afterOid = oid + 5;
  const value = der.subarray(afterOid, afterOid + 3).equals(critical) ? afterOid + 3 : afterOid;
  // OCTET STRING (2 bytes) holding BIT STRING (2 bytes), unused bits (1 byte), then the bits.
  return ((der[value + 5] ?? 0) & 0x80) !== 0;
}

/** The leaf certificate inside a context: the only way to it for PKCS#12. */
function getLeaf(secureContext: SecureContext): X509Certificate {
  const der: unknown = secureContext.context.getCertificate();
  if (!Buffer.isBuffer(der)) throw new SertifikatError('uleselig');
  return new X509Certificate(der);
}

function toSertifikat(certificate: X509Certificate): Sertifikat {
  const subject = certificate.subject ?? '';
  const organisasjonsnummer =
    /^(?:organizationIdentifier|2\.5\.4\.97)=NTRNO-(\d{9})$/m.exec(subject)?.[1] ??
    /^serialNumber=(\d{9})$/m.exec(subject)?.[1] ??
    null;
  return {
    navn: /^CN=(.*)$/m.exec(subject)?.[1] ?? '',
    organisasjonsnummer,
    gyldigFra: certificate.validFromDate,
    utloeper: certificate.validToDate,
  };
}

/** The reason why a certificate is outside its period at `naa` (milliseconds since the epoch), or null. */
export function findPeriodefeil(sertifikat: Sertifikat, naa: number): SertifikatGrunn | null {
  if (naa < sertifikat.gyldigFra.getTime()) return 'ikkeGyldigEnnaa';
  return naa > sertifikat.utloeper.getTime() ? 'utloept' : null;
}

/**
 * Reads the files and proves that they can be used now.
 * @param naa milliseconds since the epoch.
 * @throws SertifikatError with the reason.
 */
export function readLegitimasjon(klient: KlientFiler, ca: string | undefined, naa: number): Legitimasjon {
  const egne = 'pkcs12File' in klient ? readPkcs12(klient) : readPem(klient);
  const issuers = ca === undefined ? {} : { ca: readIssuers(ca) };
  const secureContext = parseWith(() => createSecureContext({ ...egne, ...issuers, minVersion: 'TLSv1.2' }));
  const leaf = parseWith(() => getLeaf(secureContext));
  if (!canAuthenticate(leaf)) throw new SertifikatError('feilNoekkelbruk');
  const sertifikat = toSertifikat(leaf);
  const periodefeil = findPeriodefeil(sertifikat, naa);
  if (periodefeil !== null) throw new SertifikatError(periodefeil);
  return { sertifikat, secureContext };
}
