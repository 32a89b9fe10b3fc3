/** N-09: eleven digits are found however they are written, and a longer or shorter number is none. */
import { expect, test } from 'vitest';
import { hasPersonnummer } from './personnummer-i-tekst.ts';

test.each([
  '21818012345',
  'om 21818012345, klage',
  '218180 12345',
  '218180-12345',
  '21.81.80.12345',
  '2 1 8 1 8 0 1 2 3 4 5',
  'sak 7 21818012345',
])('%j has one', (tekst) => {
  expect(hasPersonnummer(tekst)).toBe(true);
});

test.each(['', '2026/123', '202612345678', '2181801234', '21.01.2026 14:30', 'kl. 12'])(
  '%j has none',
  (tekst) => {
    expect(hasPersonnummer(tekst)).toBe(false);
  },
);
