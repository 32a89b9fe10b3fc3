/** The last day as it is typed: over at midnight in Norway, ahead of us and within a year. */
import { expect, test } from 'vitest';
import { parseSlutt } from './slutt.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test.each([
  ['31.12.2026', '2026-12-31T23:59:59.999+01:00'],
  ['311226', '2026-12-31T23:59:59.999+01:00'],
  ['2027-07-01', '2027-07-01T23:59:59.999+02:00'],
  // Today counts to its end.
  ['21.11.2026', '2026-11-21T23:59:59.999+01:00'],
])('%s is %s', (tekst, til) => {
  expect(parseSlutt(tekst, NAA)).toBe(til);
});

test.each(['', 'snart', '31.02.2027', '20.11.2026', '01.01.2028', '21.11.1926'])('%j is no end', (tekst) => {
  expect(parseSlutt(tekst, NAA)).toBeNull();
});
