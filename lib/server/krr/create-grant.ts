/**
 * The signed grant that a token is asked for with. Rule: the claims are these and no others, and each grant is new: one that was
 * sent once is refused (krr-maskinporten.md sections 0 and 2.2).
 */
import 'server-only';
import { randomUUID, sign } from 'node:crypto';
import type { Noekkel } from './noekkel.ts';

/** Seconds that a grant is good for; at most 120. */
const LEVETID = 60;

const encode = (verdi: object): string => Buffer.from(JSON.stringify(verdi)).toString('base64url');

/** @param naa milliseconds since the epoch; Maskinporten takes ten seconds of difference */
export function createGrant(
  { kid, privat }: Noekkel,
  { issuer, clientId, scope }: { issuer: string; clientId: string; scope: string },
  naa: number,
): string {
  const iat = Math.floor(naa / 1000);
  const krav = { aud: issuer, iss: clientId, scope, iat, exp: iat + LEVETID, jti: randomUUID() };
  const usignert = `${encode({ alg: 'RS256', kid })}.${encode(krav)}`;

  return `${usignert}.${sign('RSA-SHA256', Buffer.from(usignert), privat).toString('base64url')}`;
}
