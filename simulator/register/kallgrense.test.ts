/** Who has made too many calls, and how long they are told to wait. */
import { expect, test } from 'vitest';
import { createKallgrense } from './kallgrense.ts';

const MINUTT = 60_000;

test('the call after the last allowed one is refused until the minute is over, and each address has its own', () => {
  let naa = 10 * MINUTT + 15_500;
  const grense = createKallgrense({ perMinutt: 2, enhet: 'ms' }, () => naa);
  expect([grense('a'), grense('a')]).toEqual([undefined, undefined]);
  expect(grense('a')).toMatchObject({ status: 429, headere: { 'Retry-After': '44500' } });
  expect(grense('b')).toBeUndefined();
  naa += 44_499;
  expect(grense('a')).toMatchObject({ headere: { 'Retry-After': '1' } });
  naa += 1;
  expect([grense('a'), grense('a')]).toEqual([undefined, undefined]);
  expect(grense('a')).toMatchObject({ headere: { 'Retry-After': '60000' } });
});

test('Retry-After can be in seconds, and is never too short', () => {
  const grense = createKallgrense({ perMinutt: 1, enhet: 's' }, () => 15_500);
  grense('a');
  expect(grense('a')).toMatchObject({ headere: { 'Retry-After': '45' } });
});

test('0 is no limit', () => {
  const grense = createKallgrense({ perMinutt: 0, enhet: 'ms' }, () => 0);
  expect([grense('a'), grense('a'), grense('a')]).toEqual([undefined, undefined, undefined]);
});
