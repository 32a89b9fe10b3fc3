/**
 * `personer/{personidentifikator}`: the latest version of one person. A historical or ended number leads to the
 * person who goes on (freg-contract.md sections 1.2 no 1 and 2.1).
 */
import { AVSLAG, createUgyldigParameter } from '../../kontrakt/feilmeldinger.ts';
import { type Svar, toAvslag, toData } from '../svar.ts';
import { findDeler, getPersonNaa, type Tjenestekall } from '../tjenestekall.ts';

/** Assumption: what is not eleven digits is 400; eleven digits that nobody has are 404, whatever their check digits. */
export function getPerson(kall: Tjenestekall): Svar {
  const nummer = kall.parametre.personidentifikator ?? '';
  if (!/^\d{11}$/.test(nummer))
    return toAvslag(createUgyldigParameter('Personidentifikator er ikke på gyldig format'));
  const deler = findDeler(kall);
  if (!deler) return toAvslag(AVSLAG.ugyldigPart);
  const person = kall.befolkning.findPerson(nummer);
  if (person === undefined) return { ...toAvslag(AVSLAG.ukjentPerson), deler: deler.navn };
  return toData('folkeregisterperson', getPersonNaa(kall, deler, person), deler.navn);
}
