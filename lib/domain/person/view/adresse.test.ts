/** How addresses become lines, and that every field is either in the lines or beside them. */
import { expect, test } from 'vitest';
import { getObjektplan } from '../model/plan.ts';
import { elementSchema } from '../person-model.ts';
import type { Felt } from '../person-view.ts';
import { toFelter } from './felter.ts';

const bosted = (adresse: object): Felt[] => toFelter(getObjektplan(elementSchema('bostedsadresse')), adresse);
const linjerI = (felter: Felt[]): string[] =>
  felter.flatMap(({ verdi }) => (verdi.slag === 'adresse' ? verdi.linjer : []));
const navnI = (felter: Felt[]): string[] => felter.map(({ felt }) => felt);

test('a street address has c/o, extra name, street with number, letter and bruksenhet, then post code and town', () => {
  const felter = bosted({
    vegadresse: {
      coAdressenavn: 'MILD ELV',
      adressetilleggsnavn: 'Nordre Li',
      adressenavn: 'Lilleveien',
      adressenummer: { husnummer: '12', husbokstav: 'B' },
      bruksenhetsnummer: 'H0101',
      poststed: { postnummer: '0151', poststedsnavn: 'OSLO' },
      kommunenummer: '0301',
      adressekode: '06001',
    },
    grunnkrets: 307,
  });
  expect(linjerI(felter)).toEqual(['c/o MILD ELV', 'Nordre Li', 'Lilleveien 12B, H0101', '0151 OSLO']);
  expect(felter.slice(1)).toEqual([
    {
      felt: 'vegadresse.kommunenummer',
      verdi: { slag: 'navngitt', kodeverk: 'kommune', kode: '0301', navn: 'Oslo' },
    },
    { felt: 'vegadresse.adressekode', verdi: { slag: 'tekst', tekst: '06001' } },
    { felt: 'grunnkrets', verdi: { slag: 'tekst', tekst: '0307' } },
  ]);
});

test.each([
  ['the place has its name from the code', { postnummer: '0151' }, '0151 OSLO'],
  [
    'the register’s own name stands, whatever the code',
    { postnummer: '0151', poststedsnavn: 'MOLDE' },
    '0151 MOLDE',
  ],
  ['a code that is none has no name', { postnummer: '0000' }, '0000'],
])('where the register gives a post code: %s', (_, poststed, linje) => {
  expect(linjerI(bosted({ vegadresse: { poststed } }))).toEqual([linje]);
  expect(linjerI(bosted({ matrikkeladresse: { poststed } }))).toEqual([linje]);
});

test('a c/o that is written already is not written twice', () => {
  expect(linjerI(bosted({ vegadresse: { coAdressenavn: 'C/O Mild Elv' } }))).toEqual(['C/O Mild Elv']);
});

test('matrikkel is written gnr/bnr/fnr, and a number after a hole stands as a field', () => {
  const matrikkel = (matrikkelnummer: object) => bosted({ matrikkeladresse: { matrikkelnummer } });
  expect(linjerI(matrikkel({ gaardsnummer: 12, bruksnummer: 34, festenummer: 5 }))).toEqual(['12/34/5']);
  const medHull = matrikkel({ gaardsnummer: 12, festenummer: 5 });
  expect(linjerI(medHull)).toEqual(['12']);
  expect(navnI(medHull)).toEqual(['matrikkeladresse', 'matrikkeladresse.matrikkelnummer.festenummer']);
});

test('a foreign address ends with the country and keeps its code beside it', () => {
  const felter = toFelter(getObjektplan(elementSchema('oppholdsadresse')), {
    utenlandskAdresse: {
      adressenavn: 'Storgatan 1',
      postkode: '11122',
      byEllerStedsnavn: 'Stockholm',
      landkode: 'SE',
    },
  });
  expect(linjerI(felter)).toEqual(['Storgatan 1', '11122 Stockholm', 'Sverige']);
  expect(navnI(felter)).toEqual(['utenlandskAdresse', 'utenlandskAdresse.landkode']);
});

test('free lines keep their order, and a bare box number gets its word', () => {
  const felter = toFelter(getObjektplan(elementSchema('postadresse')), {
    postadresseIFrittFormat: { adresselinje: ['Linje 1', 'Linje 2'], poststed: { postnummer: '0151' } },
    postboksadresse: { postbokseier: 'Eier', postboks: '262' },
  });
  expect(felter.map(({ verdi }) => (verdi.slag === 'adresse' ? verdi.linjer : []))).toEqual([
    ['Eier', 'Postboks 262'],
    ['Linje 1', 'Linje 2', '0151 OSLO'],
  ]);
});

test('ukjent bosted is said even when it holds no municipality', () => {
  expect(bosted({ ukjentBosted: {} })).toEqual([
    { felt: 'ukjentBosted', verdi: { slag: 'boolsk', verdi: true } },
  ]);
});

test('a guardian task is one code of two fields, known or not, and half a task is shown as it is', () => {
  const oppgaver = (tjenesteomraade: object[]) =>
    toFelter(getObjektplan(elementSchema('vergemaalEllerFremtidsfullmakt')), {
      verge: { tjenesteomraade },
    }).map(({ verdi }) => verdi);
  expect(
    oppgaver([
      { vergeTjenestevirksomhet: 'nav', vergeTjenesteoppgave: 'arbeid' },
      { vergeTjenestevirksomhet: 'nav', vergeTjenesteoppgave: 'nyOppgave' },
      { vergeTjenestevirksomhet: 'nav' },
    ]),
  ).toEqual([
    { slag: 'kode', kodeverk: 'vergetjeneste', kode: 'nav/arbeid', kjent: true },
    { slag: 'kode', kodeverk: 'vergetjeneste', kode: 'nav/nyOppgave', kjent: false },
    { slag: 'tekst', tekst: 'nav' },
  ]);
});
