/** What is kept is kept for 36 calendar months, to the millisecond. */
import { expect, test } from 'vitest';
import { isForGammel } from './oppbevaring.ts';

const naa = Date.parse('2026-11-21T12:00:00Z');

test('36 months to the millisecond is kept, one more is not', () => {
  const grense = Date.parse('2023-11-21T12:00:00Z');
  expect(isForGammel(grense, naa)).toBe(false);
  expect(isForGammel(grense - 1, naa)).toBe(true);
});

test('a leap day is counted as the calendar does', () => {
  expect(isForGammel(Date.parse('2025-03-01T00:00:00Z'), Date.parse('2028-02-29T00:00:00Z'))).toBe(false);
  expect(isForGammel(Date.parse('2025-02-28T23:59:59Z'), Date.parse('2028-02-29T00:00:00Z'))).toBe(true);
});
