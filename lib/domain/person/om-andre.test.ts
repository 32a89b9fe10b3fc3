/** A relative's place and protection are in nobody else's view, wherever the register should come to put them. */
import { expect, test } from 'vitest';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { type Innsyn, maskPerson } from './skjerming.ts';
import { toPersonView } from './to-person-view.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);
const M = { erGjeldende: true, kilde: 'KILDE' };
const MOR = { ...M, relatertPerson: '21818012345', relatertPersonsRolle: 'mor', minRolleForPerson: 'barn' };
const INNSYN: Innsyn[] = ['ingen', 'fortrolig', 'avdekket'];

/** Everything that is shown of an open person with this in her document, as text. */
function show(dokument: object, rett: Innsyn): string {
  const person = { navn: [{ ...M, fornavn: 'AAPEN', etternavn: 'PERSON' }], ...dokument };
  return JSON.stringify(
    toPersonView(maskPerson(parsePerson(person), rett), {
      spurtEtter: alle,
      iPakken: alle,
      historikk: () => 'verdi',
      forespurtNummer: null,
      naa: new Date('2026-11-21T12:00:00Z'),
    }),
  );
}

const navn = { fornavn: 'KJENT', etternavn: 'SLEKT' };
const hjem = { adressenavn: 'HEMMELIG', kommunenummer: '4601' };

test.each<[string, object]>([
  ['an address', { familierelasjon: [{ ...MOR, bostedsadresse: { vegadresse: hjem } }] }],
  ['one post code', { familierelasjon: [{ ...MOR, sted: { postnummer: 'HEMMELIG' } }] }],
  ['a grading', { familierelasjon: [{ ...MOR, graderingsnivaa: 'fortrolig', hvor: 'HEMMELIG' }] }],
  ['a grading only in the value', { familierelasjon: [{ ...MOR, vern: 'strengtFortrolig', x: 'HEMMELIG' }] }],
  ['another spelling', { Familierelasjon: { ...MOR, Bostedsadresse: { a: 'HEMMELIG' } } }],
  ['an object for a number', { familierelasjon: [{ ...MOR, relatertPerson: { bosted: 'HEMMELIG' } }] }],
  [
    'one without a number',
    {
      familierelasjon: [
        { ...M, relatertPersonUtenFolkeregisteridentifikator: { navn, adresse: 'HEMMELIG' } },
      ],
    },
  ],
  ['parental responsibility', { foreldreansvar: [{ ...M, ansvar: 'felles', kommune: 'HEMMELIG' }] }],
  ['a verge', { vergemaalEllerFremtidsfullmakt: [{ ...M, verge: { navn, postadresse: ['HEMMELIG'] } }] }],
  ['a spouse', { sivilstand: [{ ...M, sivilstand: 'gift', ektefelle: { flyttet: 'HEMMELIG' } }] }],
])('a relation that tells more than the model knows: %s', (_, dokument) => {
  for (const rett of INNSYN) {
    expect(show(dokument, rett)).not.toMatch(/HEMMELIG|4601|fortrolig/i);
    expect(show(dokument, rett)).toContain('AAPEN');
  }
});

test('who a relative is stays, and so does what is new and tells nothing of where she is', () => {
  const dokument = {
    familierelasjon: [
      { ...MOR, graderingsnivaa: 'fortrolig', nytt: 'HEMMELIG' },
      { ...MOR, relatertPerson: '21818054321', relatertPersonsRolle: 'far', nytt: 'SYNLIG-1' },
    ],
    sivilstand: [{ ...M, sivilstand: 'gift', kommune: ['4601', 'SYNLIG-2'] }],
    nyttNavn: [{ kallenavn: 'SYNLIG-3' }],
  };
  for (const rett of INNSYN) {
    const vist = show(dokument, rett);
    for (const synlig of ['21818012345', '21818054321', 'SYNLIG-1', 'SYNLIG-2', 'SYNLIG-3'])
      expect(vist).toContain(synlig);
    expect(vist).not.toContain('HEMMELIG');
  }
});
