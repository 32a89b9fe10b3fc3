/** Holds what a search form sends for what stands in it. */
import { expect, test } from 'vitest';
import { getSoektilstand } from '#components/soek/soek-tilstand.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test('a kommune is sent by its number, whether it was typed by name, by number or chosen', () => {
  for (const kommunenummer of ['Oslo', '0301', '0301 Oslo', ' oslo\u00a0'])
    expect(getSoektilstand({ kommunenummer, navn: 'Elv' }, NAA)).toMatchObject({
      kriterier: { kommunenummer: '0301', navn: 'Elv' },
      feil: [],
    });
});

test('an earlier number is sent as it stands; a name of two, or of none, is not', () => {
  expect(getSoektilstand({ kommunenummer: '1601', navn: 'Elv' }, NAA).feil).toEqual([]);
  for (const kommunenummer of ['Herøy', 'Gotham'])
    expect(getSoektilstand({ kommunenummer, navn: 'Elv' }, NAA).feil).toEqual([
      { felt: 'kommunenummer', feil: 'kommunenummerFormat' },
    ]);
});

test('Z-13: one fact is not enough', () => {
  expect(getSoektilstand({ kommunenummer: 'Oslo' }, NAA).feil).toEqual([{ felt: null, feil: 'forFaa' }]);
});
