/**
 * What Kontakt- og reservasjonsregisteret (KRR) says of one person, as data. Rule: only `kanVarsles` is leave to write
 * to her digitally; whatever else KRR says, leaves out or fails to say, is not (eForvaltningsforskriften §§ 9 and 32,
 * krr-maskinporten.md sections 1.4 to 1.6).
 */
import type { AndreOpplysning } from '#lib/domain/person/person-view.ts';

/** What follows of it all for who is about to write to her. Each has a text: `kontakt.konklusjon.<konklusjon>`. */
export const KONKLUSJONER = [
  'reservert',
  'ikkeRegistrert',
  'slettet',
  /** KRR leaves out whether she is reserved, or says what we do not know. */
  'uavklart',
  /** No e-mail or mobile, or none that was changed or confirmed in the last 18 months. */
  'kanIkkeVarsles',
  'kanVarsles',
] as const;
export type Konklusjon = (typeof KONKLUSJONER)[number];

/** A way to reach her. Moments are ISO in UTC; null where KRR gives none that can be read. */
export type Kanal = {
  verdi: string;
  oppdatert: string | null;
  bekreftet: string | null;
  /** Changed or confirmed by her in the last 18 months. */
  erFersk: boolean;
  /** Others have given the same. */
  erDelt: boolean;
};

/** Each has a text: `kontakt.spraak.<kode>`. */
export const SPRAAKVALG = ['nb', 'nn', 'se', 'en'] as const;
type Spraakvalg = (typeof SPRAAKVALG)[number];

export type Krrperson = {
  konklusjon: Konklusjon;
  /** When she reserved herself; null for who has not, and where KRR does not say. */
  reservertSiden: string | null;
  epost: Kanal | null;
  mobil: Kanal | null;
  /** The language that she wants to be written to in; null where she has not chosen. */
  spraak: { kode: Spraakvalg; oppdatert: string | null } | null;
  /** All that KRR said and that has no place above, by its own names: shown, never dropped. */
  andre: AndreOpplysning[];
};
