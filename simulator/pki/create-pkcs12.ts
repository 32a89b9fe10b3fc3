/**
 * One key and its certificates as a PKCS#12 file (RFC 7292) with today's algorithms: the key under PBES2 with
 * AES-256, the whole under an HMAC-SHA-256. The legacy RC2/3DES form is refused by OpenSSL 3 and is not written.
 */
import { createHash, createHmac, createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { eksplisitt, integer, nullverdi, objectIdentifier, octetString, sequence, set } from './der.ts';

const DATA = '1.2.840.113549.1.7.1';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const MAC_ITERASJONER = 2048;

/**
 * The file's bytes. `cert` and `kjede` are PEM; the key belongs to `cert`.
 * Throws what node:crypto throws when a PEM cannot be read.
 */
export function createPkcs12(par: { cert: string; key: string }, kjede: string[], passord: string): Buffer {
  const blad = new X509Certificate(par.cert);
  const noekkelId = sequence(
    objectIdentifier(LOCAL_KEY_ID),
    set(octetString(createHash('sha1').update(blad.raw).digest())),
  );
  const noekkel = createPrivateKey(par.key).export({
    type: 'pkcs8',
    format: 'der',
    cipher: 'aes-256-cbc',
    passphrase: passord,
  });
  const innhold = sequence(
    sequence(objectIdentifier(SHROUDED_KEY_BAG), eksplisitt(noekkel), set(noekkelId)),
    sequence(objectIdentifier(CERT_BAG), sertifikatVerdi(blad), set(noekkelId)),
    ...kjede.map((pem) => sequence(objectIdentifier(CERT_BAG), sertifikatVerdi(new X509Certificate(pem)))),
  );
  const beskyttet = sequence(contentInfo(innhold));
  return sequence(integer(3), contentInfo(beskyttet), macData(beskyttet, passord));
}

function sertifikatVerdi(sertifikat: X509Certificate): Buffer {
  return eksplisitt(sequence(objectIdentifier(X509_CERTIFICATE), eksplisitt(octetString(sertifikat.raw))));
}

function contentInfo(innhold: Buffer): Buffer {
  return sequence(objectIdentifier(DATA), eksplisitt(octetString(innhold)));
}

function macData(beskyttet: Buffer, passord: string): Buffer {
  const salt = randomBytes(16);
  const mac = createHmac('sha256', deriveMacKey(passord, salt)).update(beskyttet).digest();
  return sequence(
    sequence(sequence(objectIdentifier(SHA256), nullverdi()), octetString(mac)),
    octetString(salt),
    integer(MAC_ITERASJONER),
  );
}

/** RFC 7292 appendix B.2 for one SHA-256 block and purpose 3 (a MAC key): the general loop has one round. */
function deriveMacKey(passord: string, salt: Buffer): Buffer {
  const bmp = Buffer.from(`${passord}\0`, 'utf16le').swap16();
  let noekkel = Buffer.concat([Buffer.alloc(64, 3), fyllBlokker(salt), fyllBlokker(bmp)]);
  for (let runde = 0; runde < MAC_ITERASJONER; runde += 1)
    noekkel = createHash('sha256').update(noekkel).digest();
  return noekkel;
}

/** The bytes repeated until they fill whole 64-byte blocks. */
function fyllBlokker(bytes: Buffer): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / 64) * 64, bytes);
}
