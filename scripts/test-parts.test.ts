/** A part of `npm test` cannot look better than it was. */
import { expect, test } from 'vitest';
import { toPart } from './test-parts.ts';

test('a part that ran no test has failed, whatever its exit code says', () => {
  expect(toPart('unit', 0, { passed: 0, failed: 0, skipped: 3 }).failed).toBe(1);
  expect(toPart('unit', 0, null).failed).toBe(1);
});

test('a file that could not be loaded fails the part although no test failed', () => {
  expect(toPart('unit', 1, { passed: 7, failed: 0, skipped: 0 })).toEqual({
    name: 'unit',
    passed: 7,
    failed: 1,
    skipped: 0,
  });
});

test('failed tests are counted as they are', () => {
  expect(toPart('unit', 1, { passed: 7, failed: 2, skipped: 1 })).toEqual({
    name: 'unit',
    passed: 7,
    failed: 2,
    skipped: 1,
  });
  expect(toPart('unit', 0, { passed: 7, failed: 0, skipped: 1 })).toEqual({
    name: 'unit',
    passed: 7,
    failed: 0,
    skipped: 1,
  });
});
