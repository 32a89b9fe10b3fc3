/** Holds that a municipality is found by whatever people call it, and that two of a name are never taken for one. */
import { expect, test } from 'vitest';
import { findKommuner, KOMMUNEVALG } from './find-kommune.ts';
import { FYLKER } from './fylker.ts';
import { KOMMUNENUMRE_I_DAG } from './kommuner.ts';

const numre = (tekst: string) => findKommuner(tekst).map(({ nummer }) => nummer);

test.each([
  ['Oslo', ['0301']],
  [' oslo ', ['0301']],
  ['0301', ['0301']],
  ['0301 Oslo', ['0301']],
  ['Kåfjord', ['5540']],
  ['gáivuotna', ['5540']],
  ['Herøy', ['1515', '1818']],
  ['Herøy (Nordland)', ['1818']],
  ['Trondh', ['5001']],
  ['Os', ['3430']],
  ['Hå', ['1119']],
  ['H', []],
  ['9999', []],
  ['', []],
  ['Gotham', []],
])('%j means %j', (tekst, forventet) => {
  expect(numre(tekst)).toEqual(forventet);
});

test('every choice of the list is read back as the one it names', () => {
  expect(KOMMUNEVALG).toHaveLength(KOMMUNENUMRE_I_DAG.length);
  expect(KOMMUNEVALG.flatMap(numre)).toEqual(KOMMUNENUMRE_I_DAG);
});

test('every municipality lies in a fylke of the list, and every fylke has one', () => {
  expect([...new Set(KOMMUNENUMRE_I_DAG.map((nummer) => nummer.slice(0, 2)))].sort()).toEqual(
    FYLKER.map(({ nummer }) => nummer),
  );
});
