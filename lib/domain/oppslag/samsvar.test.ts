/** Agreement between what was searched for and who was found, from what this user is shown of her. */
import { expect, test } from 'vitest';
import { parsePerson } from '#lib/domain/person/parse-person.ts';
import { EGENSKAPER } from '#lib/domain/person/person-model.ts';
import { maskPerson } from '#lib/domain/person/skjerming.ts';
import { toPersonView } from '#lib/domain/person/to-person-view.ts';
import type { Kriterier } from './oppslag.ts';
import { compareKriterier } from './samsvar.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);
const M = { erGjeldende: true };
const FOER = { erGjeldende: false };
const adresse = (meta: object, adressenavn: string, adressegradering = 'ugradert') => ({
  ...meta,
  adressegradering,
  vegadresse: {
    kommunenummer: '0301',
    adressenavn,
    adressenummer: { husnummer: '1', husbokstav: 'B' },
    poststed: { postnummer: '0150', poststedsnavn: 'OSLO' },
  },
});

function compare(kriterier: Kriterier, dokument: object) {
  const view = toPersonView(maskPerson(parsePerson(dokument), 'ingen'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });

  return Object.fromEntries(compareKriterier(kriterier, view).map(({ felt, grad }) => [felt, grad]));
}

const PERSON = {
  navn: [
    { ...M, fornavn: 'ÅSE', mellomnavn: 'LI', etternavn: 'ELV' },
    { ...FOER, fornavn: 'ÅSE', etternavn: 'BEKK' },
  ],
  foedsel: [{ ...M, foedselsdato: '1980-08-05', foedselsaar: '1980' }],
  bostedsadresse: [adresse(M, 'Blåbærveien'), adresse(FOER, 'Gamleveien')],
};

test('each criterion agrees now, earlier, or not', () => {
  expect(
    compare(
      { navn: 'åse elv', foedselsdato: '19800805', adressenavn: 'blåb', husnummer: '1B', postnummer: '0150' },
      PERSON,
    ),
  ).toEqual({
    navn: 'likt',
    foedselsdato: 'likt',
    adressenavn: 'likt',
    husnummer: 'likt',
    postnummer: 'likt',
  });
  expect(compare({ navn: 'Åse Bekk', adressenavn: 'Gamleveien' }, PERSON)).toEqual({
    navn: 'tidligere',
    adressenavn: 'tidligere',
  });
  expect(compare({ navn: 'Aase Elf', foedselsdato: '19800806', postnummer: '9999' }, PERSON)).toEqual({
    navn: 'ulikt',
    foedselsdato: 'ulikt',
    postnummer: 'ulikt',
  });
});

test('Z-05: the address of a protected person is neither confirmed nor denied', () => {
  const vernet = {
    ...PERSON,
    adressebeskyttelse: [{ ...M, graderingsnivaa: 'fortrolig' }],
    bostedsadresse: [adresse(M, 'Blåbærveien', 'fortrolig')],
  };
  const soekt = (adressenavn: string) => compare({ navn: 'Åse Elv', adressenavn }, vernet);
  expect(soekt('Blåbærveien')).toEqual(soekt('Gamleveien'));
  expect(soekt('Blåbærveien').adressenavn).toBe('ikkeVist');
});
