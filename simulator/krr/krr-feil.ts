/**
 * KRR's refusals in the shape of its older OpenAPI. Assumption: that today's service has the same one, and every text.
 * Source: krr-maskinporten.md section 1.7.
 */
import type { Nabosvar } from '../nabotjener.ts';

/** `pekere` is where in the body the fault is, as a JSON pointer. */
export function toKrrfeil(status: number, tittel: string, peker?: string): Nabosvar {
  const source = peker === undefined ? {} : { source: { pointer: peker } };
  return {
    status,
    kropp: { errors: [{ id: crypto.randomUUID(), status: String(status), title: tittel, ...source }] },
  };
}
