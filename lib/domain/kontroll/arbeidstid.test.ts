/** Working hours by the wall in Norway, with the holidays that move. */
import { expect, test } from 'vitest';
import { findFritid, isHelligdag } from './arbeidstid.ts';

const TID = { fra: '06:00', til: '20:00' };

test('the holidays of 2026 and 2027, and no other day of those years', () => {
  const helligdager = (aar: number) =>
    Array.from({ length: 366 }, (_, n) =>
      new Date(Date.UTC(aar, 0, 1 + n)).toISOString().slice(0, 10),
    ).filter((dag) => dag.startsWith(String(aar)) && isHelligdag(dag));
  expect(helligdager(2026)).toEqual([
    '2026-01-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-17',
    '2026-05-24',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(helligdager(2027)).toEqual([
    '2027-01-01',
    '2027-03-25',
    '2027-03-26',
    '2027-03-28',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-16',
    '2027-05-17',
    '2027-12-25',
    '2027-12-26',
  ]);
});

test.each([
  ['2026-09-16T07:30:00Z', null],
  ['2026-09-16T03:59:59Z', 'kveldEllerNatt'],
  ['2026-09-16T04:00:00Z', null],
  ['2026-09-16T18:00:00Z', 'kveldEllerNatt'],
  // An hour later by the sun when summer time is over.
  ['2026-12-16T18:30:00Z', null],
  ['2026-12-16T19:00:00Z', 'kveldEllerNatt'],
  ['2026-09-19T10:00:00Z', 'helg'],
  ['2026-04-02T10:00:00Z', 'helligdag'],
  // The night to a holiday begins in Norway before it does in UTC.
  ['2026-12-24T23:30:00Z', 'helligdag'],
])('%s is %s', (tidspunkt, fritid) => {
  expect(findFritid(tidspunkt, TID)).toBe(fritid);
});
