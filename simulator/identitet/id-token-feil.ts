/**
 * Wrong id_tokens on demand, one defect at a time, so that a client can prove that it checks each claim. Everything
 * but the one defect is right, the signature included, unless the signature is the defect.
 */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** What is wrong: one claim each, or the algorithm, or the key. Requirement S-01 of the product's security design. */
export const ID_TOKEN_FEIL = [
  'iss',
  'aud',
  'azp',
  'nonce',
  'exp',
  'alg-none',
  'alg-hs256',
  'signatur',
  'auth-time-mangler',
  'auth-time-gammel',
  'auth-time-framtid',
] as const;
export type IdTokenFeil = (typeof ID_TOKEN_FEIL)[number];

/** The provider's signing key: private to sign with, public as a PEM that an HS256 forger would use as secret. */
export type Signeringsnoekkel = { privat: KeyObject; offentlig: KeyObject };

export function isIdTokenFeil(verdi: unknown): verdi is IdTokenFeil {
  return ID_TOKEN_FEIL.some((feil) => feil === verdi);
}

/** The compact JWS `token` with one defect and a new signature. Throws when it is not a compact JWS. */
export function createUgyldigIdToken(token: string, feil: IdTokenFeil, noekkel: Signeringsnoekkel): string {
  const [hode, krav] = token.split('.').slice(0, 2).map(readDel);
  if (!hode || !krav) throw new Error('id_token er ikke en JWS');
  const nyeKrav = { ...krav, ...listGaleKrav(feil, krav) };
  if (feil === 'alg-none') return `${writeDel({ ...hode, alg: 'none' })}.${writeDel(nyeKrav)}.`;
  if (feil === 'alg-hs256') {
    const innhold = `${writeDel({ ...hode, alg: 'HS256' })}.${writeDel(nyeKrav)}`;
    const hemmelighet = noekkel.offentlig.export({ type: 'spki', format: 'pem' });
    return `${innhold}.${createHmac('sha256', hemmelighet).update(innhold).digest('base64url')}`;
  }
  const innhold = `${writeDel(hode)}.${writeDel(nyeKrav)}`;
  const privat =
    feil === 'signatur' ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : noekkel.privat;
  return `${innhold}.${createSign('sha256').update(innhold).sign(privat, 'base64url')}`;
}

function listGaleKrav(feil: IdTokenFeil, krav: Record<string, unknown>): Record<string, unknown> {
  const naa = Math.floor(Date.now() / 1000);
  const foer = naa - 86_400;
  switch (feil) {
    case 'iss':
      return { iss: 'http://localhost:1/en-annen-utsteder' };
    case 'aud':
      return { aud: 'en-annen-klient' };
    case 'azp':
      return { aud: [krav.aud, 'en-annen-klient'], azp: 'en-annen-klient' };
    case 'nonce':
      return { nonce: 'en-annen-innlogging' };
    case 'exp':
      return { iat: foer - 3600, exp: foer };
    case 'auth-time-mangler':
      return { auth_time: undefined };
    case 'auth-time-gammel':
      return { auth_time: naa - 600 };
    case 'auth-time-framtid':
      return { auth_time: naa + 3600 };
    default:
      return {};
  }
}

function readDel(del: string): Record<string, unknown> {
  const lest: unknown = JSON.parse(Buffer.from(del, 'base64url').toString('utf8'));
  return typeof lest === 'object' && lest !== null ? { ...lest } : {};
}

function writeDel(del: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(del)).toString('base64url');
}
