/**
 * When a user last proved who she is, as far as the identity provider's claims can be believed. Some acts ask for a proof
 * that is five minutes old at most (security.md S-05); what cannot be believed counts as no proof, never as a fresh one.
 */

/** How long a proof lasts for the acts that ask for a fresh one, in minutes. */
export const NYLIG_MINUTTER = 5;
/** How far ahead of ours the provider's clock may be. */
const SKEW_MS = 60_000;

/** The claims of OpenID Connect: `auth_time` in seconds since 1970, `acr` the level of the sign-in. */
export type Innloggingskrav = { auth_time: number; acr?: string | undefined };

/**
 * The time of the proof, or null when it is not one: from a time to come, or below the level that is asked for.
 * @param acr the levels of which one is asked for; none asks for no level
 */
export function findBekreftet(krav: Innloggingskrav, acr: readonly string[], naa: Date): Date | null {
  const tidspunkt = krav.auth_time * 1000;
  if (!Number.isFinite(tidspunkt) || tidspunkt <= 0 || tidspunkt > naa.getTime() + SKEW_MS) return null;
  if (acr.length > 0 && !acr.includes(krav.acr ?? '')) return null;
  // A clock a little ahead gives no minute extra.
  return new Date(Math.min(tidspunkt, naa.getTime()));
}
