/** A row shows less than the page and never more: it is made from the same masked view. */
import { expect, test } from 'vitest';
import katalog from '#config/formaal.json' with { type: 'json' };
import { Formaalskatalog, findFormaal } from '#lib/domain/formaal/formaal.ts';
import { parsePerson } from './parse-person.ts';
import { toPersonfakta } from './personrad.ts';
import { toRaddeler } from './raddeler.ts';
import { maskPerson } from './skjerming.ts';
import { toPersonView } from './to-person-view.ts';

const DELER = new Set([
  'identifikasjonsnummer',
  'navn',
  'foedsel',
  'status',
  'adressebeskyttelse',
  'bostedsadresse',
]);
const M = { erGjeldende: true };

function toRad(dokument: object, rett: 'ingen' | 'fortrolig' = 'ingen') {
  return toPersonfakta(
    toPersonView(maskPerson(parsePerson(dokument), rett), {
      spurtEtter: DELER,
      iPakken: DELER,
      historikk: () => 'ikkeSpurtEtter',
      forespurtNummer: null,
      naa: new Date('2026-11-21T12:00:00Z'),
    }),
  );
}

const PERSON = {
  identifikasjonsnummer: [{ ...M, foedselsEllerDNummer: '05888012345', status: 'iBruk' }],
  navn: [{ ...M, fornavn: 'ÅSE', etternavn: 'ELV' }],
  foedsel: [{ ...M, foedselsdato: '1980-08-05', foedselsaar: '1980' }],
  status: [{ ...M, status: 'bosatt' }],
  bostedsadresse: [
    {
      ...M,
      adressegradering: 'ugradert',
      vegadresse: { kommunenummer: '0301', adressenavn: 'Blåbærveien', adressenummer: { husnummer: '1' } },
    },
  ],
};

test('a row has the facts that tell people apart', () => {
  expect(toRad(PERSON)).toEqual({
    navn: 'ÅSE ELV',
    identifikasjonsnummer: '05888012345',
    foedselsdato: '1980-08-05',
    foedselsaar: '1980',
    status: 'bosatt',
    adresse: ['Blåbærveien 1'],
    adresseTilstand: 'verdi',
  });
});

test.each(['fortrolig', 'strengtFortrolig'])(
  'Z-05: a %s person has no address in a row, and the row is that of one without',
  (graderingsnivaa) => {
    const vernet = {
      ...PERSON,
      adressebeskyttelse: [{ ...M, graderingsnivaa }],
      bostedsadresse: PERSON.bostedsadresse.map((adresse) => ({
        ...adresse,
        adressegradering: graderingsnivaa,
      })),
    };
    const { bostedsadresse: _, ...uten } = PERSON;
    expect(JSON.stringify(toRad(vernet))).not.toContain('Blåbær');
    expect(toRad(vernet)).toEqual(toRad(uten));
  },
);

test('a person without a name or a birth is a row too', () => {
  expect(toRad({ status: [{ ...M, status: 'opphoert' }] })).toMatchObject({
    navn: null,
    foedselsdato: null,
    status: 'opphoert',
  });
});

test('Z-11: a row asks for what the purpose has, always for whose it is and whether she is protected', () => {
  const formaal = (id: string) => {
    const funnet = findFormaal(Formaalskatalog.parse(katalog), id);
    if (funnet === undefined) throw new Error(`no purpose ${id}`);
    return funnet;
  };
  expect(toRaddeler('offentlig-med-hjemmel', formaal('bosted'))).toEqual([
    'identifikasjonsnummer',
    'navn',
    'foedsel',
    'status',
    'adressebeskyttelse',
    'bostedsadresse',
  ]);
  expect(toRaddeler('finans', formaal('kundekontroll'))).not.toContain('kjoenn');
  expect(toRaddeler('offentlig-med-hjemmel', { ...formaal('bosted'), deler: ['sivilstand'] })).toEqual([
    'identifikasjonsnummer',
    'adressebeskyttelse',
  ]);
});
