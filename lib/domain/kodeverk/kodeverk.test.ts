/** The code lists: complete, found in any spelling, and open. */
import { expect, test } from 'vitest';
import { findKode, KODEVERK } from './kodeverk.ts';
import { findKommunenavn, KOMMUNENUMRE_I_DAG } from './kommuner.ts';
import { findLandnavn } from './land.ts';
import { findPoststed } from './poststeder.ts';
import { VERGETJENESTER } from './vergetjenester.ts';

test('there are 357 municipalities today, each with a number of four digits and a name', () => {
  expect(new Set(KOMMUNENUMRE_I_DAG).size).toBe(357);
  expect(
    KOMMUNENUMRE_I_DAG.filter((nummer) => !/^\d{4}$/.test(nummer) || !findKommunenavn(nummer, null)),
  ).toEqual([]);
});

test.each([
  ['0301', 'Oslo'],
  ['4601', 'Bergen'],
  ['3020', 'Nordre Follo'],
  ['5401', 'Tromsø'],
  ['0704', 'Tønsberg'],
  ['0113', 'Borge'],
  ['1818', 'Herøy (Nordland)'],
  ['9999', null],
  ['', null],
])('kommune %s is %s', (nummer, navn) => {
  expect(findKommunenavn(nummer, null)).toBe(navn);
});

test.each([
  ['1806', '1950-01-01', 'Svolvær'],
  ['1806', '1963-12-31', 'Svolvær'],
  ['1806', '1964-01-01', 'Narvik'],
  ['1601', '1930', 'Nidaros'],
  ['1601', '1912-05-05T00:00:00Z', 'Trondhjem'],
  ['1601', null, 'Trondheim'],
  ['0301', '1930-01-01', 'Oslo'],
])('kommune %s of %s was %s', (nummer, dato, navn) => {
  expect(findKommunenavn(nummer, dato)).toBe(navn);
});

test.each([
  ['NOR', 'Norge'],
  ['SE', 'Sverige'],
  ['swe', 'Sverige'],
  ['XUK', 'Ukjent land'],
  ['YY', 'Ukjent land'],
  ['XXX', 'Statsløs'],
  ['XXK', 'Kosovo'],
  ['XK', 'Kosovo'],
  ['YUG', 'Jugoslavia'],
  ['QQQ', null],
  ['__proto__', null],
])('land %s is %s', (kode, navn) => {
  expect(findLandnavn(kode)).toBe(navn);
});

test('there are 42 guardian tasks in use and 8 that have ended, each once', () => {
  expect(new Set(VERGETJENESTER).size).toBe(50);
});

test('a code is found in any case and with any separators, and an unknown one is not', () => {
  expect(findKode('gradering', 'STRENGT_FORTROLIG')).toBe('strengtFortrolig');
  expect(findKode('sivilstandsmyndighet', 'denNorskeKirke')).toBe('DEN_NORSKE_KIRKE');
  expect(findKode('gradering', 'hemmelig')).toBeNull();
  expect(findKode('gradering', 'x'.repeat(10_000_000))).toBeNull();
});

test('no two codes of a list are the same but for case and separators', () => {
  for (const [navn, koder] of Object.entries(KODEVERK)) {
    const foldet = koder.map((kode) => kode.toLowerCase().replace(/[\s_-]/g, ''));
    expect(new Set(foldet).size, navn).toBe(koder.length);
  }
});

test.each([
  ['0001', 'OSLO'],
  ['5003', 'BERGEN'],
  ['9990', 'BÅTSFJORD'],
  ['9522', 'KAUTOKEINO'],
  ['1540', 'VESTBY'],
  ['0000', null],
  ['151', null],
])('the post town of %s is %s', (postnummer, poststed) => {
  expect(findPoststed(postnummer)).toBe(poststed);
});
