/**
 * What this user is shown of KRR's answer. Rule: of who is protected nothing is shown to anybody, and to a user without the
 * right she is as one who is not in KRR; so such a user is not told of the others either which of the two they are.
 *
 * | the person                        | without the right    | with the right `fortrolig` |
 * |-----------------------------------|----------------------|----------------------------|
 * | fortrolig, strengt fortrolig      | `ingenOpplysninger`  | `skjermet`                 |
 * | not in KRR, or removed from it    | `ingenOpplysninger`  | shown, and which           |
 * | in KRR                            | shown                | shown                      |
 *
 * A klientadresse protects that address, and KRR has none. Source: product.md section 5, security.md Z-05; ADR 0027.
 */
import { getGradering } from '#lib/domain/person/gradering.ts';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import type { Skjermingsrett } from '#lib/domain/session/session.ts';
import type { Krrperson } from './krrperson.ts';

export type Presentert =
  | { utfall: 'funnet'; krr: Krrperson }
  | { utfall: 'ingenOpplysninger' | 'skjermet'; krr: null };

/** Whether what she has told KRR is withheld from everybody. Deny by default: see `getGradering`. */
export function isBeskyttet(dokument: unknown): boolean {
  return getGradering(parsePerson(dokument)) !== 'ugradert';
}

/** See the table above. */
export function presentKontakt(krr: Krrperson, erBeskyttet: boolean, rett: Skjermingsrett): Presentert {
  if (erBeskyttet) return { utfall: rett === 'ingen' ? 'ingenOpplysninger' : 'skjermet', krr: null };
  const erUte = krr.konklusjon === 'ikkeRegistrert' || krr.konklusjon === 'slettet';
  return erUte && rett === 'ingen' ? { utfall: 'ingenOpplysninger', krr: null } : { utfall: 'funnet', krr };
}

/** The names of what is shown, for the revisjonslogg and the receipt: never a value. */
export function listKrrfelter({ reservertSiden, epost, mobil, spraak, andre }: Krrperson): string[] {
  return [
    'krr.reservasjon',
    ...(reservertSiden === null ? [] : ['krr.reservasjonstidspunkt']),
    ...(epost === null ? [] : ['krr.epostadresse']),
    ...(mobil === null ? [] : ['krr.mobiltelefonnummer']),
    ...(spraak === null ? [] : ['krr.spraak']),
    ...(andre.length === 0 ? [] : ['krr.andre']),
  ];
}
