import { expect, it } from 'vitest';
import { parseRange, toFilnavn } from './nedlasting.ts';

it.each([
  [null, null],
  ['bytes=0-', { fra: 0, til: 99 }],
  ['bytes=40-', { fra: 40, til: 99 }],
  ['bytes=40-49', { fra: 40, til: 49 }],
  ['bytes=40-4900', { fra: 40, til: 99 }],
  ['bytes=99-', { fra: 99, til: 99 }],
  ['bytes=100-', 'ugyldig'],
  ['bytes=50-40', 'ugyldig'],
  ['bytes=-10', null],
  ['bytes=0-1,5-6', null],
  ['rader=1-', null],
] as const)('of a hundred bytes %s is %j', (range, utsnitt) => {
  expect(parseRange(range, 100)).toEqual(utsnitt);
});

it('a file name tells which uttrekk, and nothing of it', () => {
  const fil = { uttrekkId: '5e8c6a1e-6f0e-4a54-9a7c-0d6a2f3f5b11', erEndringer: false };
  expect(toFilnavn(fil, 'csv')).toBe('uttrekk-5e8c6a1e.csv');
  expect(toFilnavn({ ...fil, erEndringer: true }, 'csv')).toBe('uttrekk-5e8c6a1e-endringer.csv');
});
