/**
 * Protection of addresses: who is fortrolig has every address tagged, history too; who is strengtFortrolig has none but
 * the open post address (freg-contract.md section 2.2).
 */
import { createPostboksadresse } from '../adresse.ts';
import { createElement, type Innhold } from '../element.ts';
import { type Adressegradering, drawFor, type Person } from '../person.ts';
import { EMNE } from '../skjelett.ts';
import { TELLEDAG } from '../telledag.ts';
import { hash, toAndel } from '../tilfeldig.ts';

/** The only way to reach who is strengtFortrolig: run by the authorities, the same for all. Invented. */
export const SKJERMET_POSTADRESSE = createPostboksadresse('SKJERMET POSTMOTTAK', 'Postboks 9006 Prøvevika', {
  postnummer: '0125',
  poststedsnavn: 'OSLO',
});

export function createAdressebeskyttelse(person: Person): Innhold[] {
  if (person.beskyttelse === 'ugradert') return [];
  const dag = getBeskyttetFra(person);
  const meta = { dag, gjeldende: true, h: drawFor(person, EMNE.vern), aarsak: 'Adressebeskyttelse' };
  return [createElement(meta, { graderingsnivaa: person.beskyttelse })];
}

export function getBeskyttetFra(person: Person): number {
  return Math.max(person.bosteder.at(-1)?.fra ?? person.foerstedag, TELLEDAG - 1500);
}

export function toGradering(person: Person, gjeldende: boolean): Adressegradering {
  if (person.beskyttelse !== 'ugradert') return person.beskyttelse;
  return gjeldende && toAndel(hash(person.s.froe, person.bosteder.at(-1)?.noekkel ?? 0, EMNE.klient)) < 0.0008
    ? 'klientadresse'
    : 'ugradert';
}
