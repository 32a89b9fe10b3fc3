/** Every way that KRR has been seen to write a moment, what is none, and the 18 months to the day. */
import { expect, test } from 'vitest';
import { isFersk, parseTidspunkt, toFerskhetsgrense } from './parse-tidspunkt.ts';

test.each([
  ['2023-06-10T21:00:01+02', '2023-06-10T19:00:01.000Z'],
  ['2023-01-10T21:00:38.000+01:00', '2023-01-10T20:00:38.000Z'],
  ['2023-06-10T21:00:01+0200', '2023-06-10T19:00:01.000Z'],
  ['2022-03-04T05:06:07.768Z', '2022-03-04T05:06:07.768Z'],
  ['2022-03-04T05:06:07Z', '2022-03-04T05:06:07.000Z'],
  ['2022-03-04T05:06:07-03', '2022-03-04T08:06:07.000Z'],
])('%s is %s', (skrevet, lest) => {
  expect(parseTidspunkt(skrevet)).toBe(lest);
});

test.each([
  '2023-06-10',
  '2023-06-10T21:00:01',
  '2023-13-10T21:00:01Z',
  '2023-06-10T25:00:01Z',
  'i går',
  '',
  null,
  1_686_423_601,
  {},
])('%j is no moment', (verdi) => {
  expect(parseTidspunkt(verdi)).toBeNull();
});

test.each([
  ['2026-11-21T12:00:00.000Z', '2025-05-21T12:00:00.000Z'],
  // February has no 31st, so its last day.
  ['2026-08-31T12:00:00.000Z', '2025-02-28T12:00:00.000Z'],
  ['2025-08-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
])('18 months before %s is %s', (naa, grense) => {
  expect(toFerskhetsgrense(new Date(naa)).toISOString()).toBe(grense);
});

test('the later of the two counts, the limit itself is too old, and without a moment nothing is fresh', () => {
  const naa = new Date('2026-11-21T12:00:00Z');
  const [grense, etter, foer] = [
    '2025-05-21T12:00:00.000Z',
    '2025-05-21T12:00:00.001Z',
    '2020-01-01T00:00:00.000Z',
  ];
  expect(isFersk([foer, etter], naa)).toBe(true);
  expect(isFersk([etter, null], naa)).toBe(true);
  expect(isFersk([foer, grense], naa)).toBe(false);
  expect(isFersk([null, null], naa)).toBe(false);
});
