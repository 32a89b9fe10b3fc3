/**
 * The points where nobody has said, or different sources say differently, how KRR behaves. Each is a setting; the
 * default is what has been recorded, or what is the harder for a client.
 * Source: krr-maskinporten.md sections 1.2 to 1.4 and 6.
 */

/**
 * How a moment is written: `+02` (`2023-06-10T21:00:01+02`, which Date cannot read, and which is what was recorded
 * last), `+02:00` (with milliseconds) or `Z`.
 */
export const TIDSFORMATER = ['+02', '+02:00', 'Z'] as const;
export type Tidsformat = (typeof TIDSFORMATER)[number];

export type Krrinnstillinger = {
  tidsformat: Tidsformat;
  /** Whether e-mail and mobile come along with KAN_IKKE_VARSLES. */
  leverNaarIkkeVarsles: boolean;
  /** What v2 does without `inkluderIkkeRegistrerte`. */
  inkluderIkkeRegistrerte: boolean;
  /** Whether SLETTET has `reservasjon`. */
  reservasjonForSlettet: boolean;
  /** Whether a number that is not eleven digits is 400, or just not registered. */
  avvisUgyldigNummer: boolean;
};

export const STANDARD_KRR: Krrinnstillinger = {
  tidsformat: '+02',
  leverNaarIkkeVarsles: true,
  inkluderIkkeRegistrerte: false,
  reservasjonForSlettet: false,
  avvisUgyldigNummer: true,
};
