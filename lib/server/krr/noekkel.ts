/**
 * The key that the portal's grants are signed with: an RSA key as a JWK, with the `kid` that Maskinporten has it registered
 * under (krr-maskinporten.md sections 2.2 and 2.7). Rule: nothing of the file is ever in an error.
 */
import 'server-only';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const MINSTE_BITER = 2048;

export type Noekkel = { kid: string; privat: KeyObject };

const Jwk = z.looseObject({ kty: z.literal('RSA'), kid: z.string().min(1), d: z.string().min(1) });

/** What node:crypto and JSON.parse throw may quote the file, so it ends here. */
function findPrivat(tekst: string): Noekkel | null {
  try {
    const jwk = Jwk.parse(JSON.parse(tekst));
    return { kid: jwk.kid, privat: createPrivateKey({ key: jwk, format: 'jwk' }) };
  } catch {
    return null;
  }
}

/** Throws an Error that says what is wrong with the file, and nothing of what is in it. */
export function readNoekkel(jwkFile: string): Noekkel {
  const noekkel = findPrivat(readFileSync(jwkFile, 'utf8'));
  if (noekkel === null) throw new Error('MASKINPORTEN_JWK_FILE is no private RSA key as JWK with a kid');
  const { modulusLength = 0 } = noekkel.privat.asymmetricKeyDetails ?? {};
  if (modulusLength < MINSTE_BITER) throw new Error('MASKINPORTEN_JWK_FILE: the key is too short');

  return noekkel;
}
