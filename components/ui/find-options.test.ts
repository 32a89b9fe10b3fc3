/** What fits what is typed, and in which order: what begins with it is meant before what only holds it. */
import { expect, test } from 'vitest';
import { findOptions } from '#components/ui/find-options.ts';

const NAVN = ['Bergen (4601)', 'Nordre Follo (3207)', 'Nore og Uvdal (3338)', 'Gáivuotna - Kåfjord (5540)'];
const VALG = NAVN.map((label) => ({ value: label.slice(-5, -1), label }));
const find = (tekst: string) => findOptions(VALG, tekst).map(({ value }) => value);

test('by the start of the name, by the number, and by a later word', () => {
  expect(find('berg')).toEqual(['4601']);
  expect(find('  NOR ')).toEqual(['3207', '3338']);
  expect(find('33')).toEqual(['3338']);
  expect(find('follo')).toEqual(['3207']);
  expect(find('kåfjord')).toEqual(['5540']);
});

test('everything before anything is typed, and nothing for what nobody is called', () => {
  expect(find(' ')).toEqual(VALG.map(({ value }) => value));
  expect(find('ergen')).toEqual([]);
});
