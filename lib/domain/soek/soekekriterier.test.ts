/** What a soek may send, and what it says instead of sending. */
import { expect, test } from 'vitest';
import type { Soekekriterier } from './soek.ts';
import { normalizeSoekekriterier, validateSoekekriterier } from './soekekriterier.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const judge = (kriterier: Soekekriterier) =>
  validateSoekekriterier(normalizeSoekekriterier(kriterier, NAA)).map(({ felt, feil }) => `${felt}:${feil}`);

test("criteria get the register's form, and what is empty or off is left out", () => {
  const typed: Soekekriterier = {
    navn: '  Åse\u00a0 ELV ',
    foedselsdato: '01.02.1990',
    husnummer: '1 b',
    adressenavn: 'Ås gate',
    postnummer: '',
    soekFonetisk: false,
    inkluderDoede: true,
    maksTreff: '1 000',
  };
  const normalised = normalizeSoekekriterier(typed, NAA);
  expect(normalised).toEqual({
    navn: 'Åse ELV',
    foedselsdato: '19900201',
    husnummer: '1B',
    adressenavn: 'Ås gate',
    inkluderDoede: true,
    maksTreff: '1000',
  });
  expect(normalizeSoekekriterier(normalised, NAA)).toEqual(normalised);
});

test.each<[string, Soekekriterier, string[]]>([
  ['two facts', { kjoenn: 'kvinne', kommunenummer: '0301' }, []],
  ['a whole name is two', { navn: 'Åse Elv' }, []],
  ['Z-13: one word of a name', { navn: 'Elv' }, ['null:forFaa']],
  [
    'Z-13: one fact, however wide the net',
    { kommunenummer: '0301', inkluderDoede: true, soekFonetisk: true },
    ['null:forFaa'],
  ],
  ['Z-13: nothing', {}, ['null:forFaa']],
  ['a date that is none', { foedselsdato: '31.02.1990', navn: 'A' }, ['foedselsdato:foedselsdatoUgyldig']],
  ['years', { foedselsaarFraOgMed: '90', foedselsaarTilOgMed: '1990' }, ['foedselsaarFraOgMed:aarFormat']],
  [
    'years the wrong way',
    { foedselsaarFraOgMed: '1991', foedselsaarTilOgMed: '1990' },
    ['foedselsaarTilOgMed:aarRekkefoelge'],
  ],
  ['how many to give is no fact', { navn: 'Elv', maksTreff: '100' }, ['null:forFaa']],
  ['as many as there can be', { navn: 'Åse Elv', maksTreff: '10 000' }, []],
  ['more than there can be', { navn: 'Åse Elv', maksTreff: '10001' }, ['maksTreff:maksTreffFormat']],
  ['none', { navn: 'Åse Elv', maksTreff: '0' }, ['maksTreff:maksTreffFormat']],
  ['two letters of a street', { adressenavn: 'Ås', kjoenn: 'mann' }, ['adressenavn:adressenavnForKort']],
  ['a house without a street', { husnummer: '1', kjoenn: 'mann' }, ['husnummer:husnummerUtenAdressenavn']],
  [
    'numbers of places',
    { postnummer: '12', kommunenummer: 'Oslo', fylkesnummer: '3' },
    ['postnummer:postnummerFormat', 'kommunenummer:kommunenummerFormat', 'fylkesnummer:fylkesnummerFormat'],
  ],
])('%s', (_navn, kriterier, feil) => {
  expect(judge(kriterier)).toEqual(feil);
});
