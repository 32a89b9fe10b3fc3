/**
 * A grant gives one token: the second time it is refused, for as long as it could otherwise have been good.
 * Source: krr-maskinporten.md section 2.2.
 */
import { createHash } from 'node:crypto';
import type { Grant } from './grant.ts';

/** Longer than any grant lives, from when it was made: 120 seconds, and ten for a clock that is ahead. */
const HUSKES_MS = 140_000;

export type BrukteGrant = {
  /** Whether the grant is new. Remembers it. */
  add(grant: Grant): boolean;
};

/** Remembers the grants of the last minutes. `naa` in milliseconds. */
export function createBrukteGrant(naa: () => number): BrukteGrant {
  const glemmesVed = new Map<string, number>();
  return {
    add(grant) {
      const tid = naa();
      for (const [noekkel, glemmes] of glemmesVed) {
        if (glemmes > tid) break;
        glemmesVed.delete(noekkel);
      }
      const noekkel = toNoekkel(grant);
      if (glemmesVed.has(noekkel)) return false;
      glemmesVed.set(noekkel, tid + HUSKES_MS);
      return true;
    },
  };
}

/** jti is the client's own to choose; a grant without one is known by its bytes. */
function toNoekkel({ iss, jti, jwt }: Grant): string {
  return jti === undefined ? createHash('sha256').update(jwt).digest('base64') : `${iss} ${jti}`;
}
