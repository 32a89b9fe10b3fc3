import { expect, test } from 'vitest';
import { toNorskDag } from './norsk-dag.ts';

test('the day changes at midnight in Norway, in summer and in winter', () => {
  expect(toNorskDag(new Date('2026-11-20T22:59:59.999Z'))).toBe('2026-11-20');
  expect(toNorskDag(new Date('2026-11-20T23:00:00.000Z'))).toBe('2026-11-21');
  expect(toNorskDag(new Date('2026-07-01T21:59:59.999Z'))).toBe('2026-07-01');
  expect(toNorskDag(new Date('2026-07-01T22:00:00.000Z'))).toBe('2026-07-02');
});

test('a moment in another minute is not taken for the last one, before and after 1970', () => {
  expect(toNorskDag(new Date('2026-11-20T23:00:00Z'))).toBe('2026-11-21');
  expect(toNorskDag(new Date('2026-11-20T22:59:00Z'))).toBe('2026-11-20');
  expect(toNorskDag(new Date('1953-06-14T22:59:59.999Z'))).toBe('1953-06-14');
  expect(toNorskDag(new Date('1953-06-14T23:00:00Z'))).toBe('1953-06-15');
});

test('what is no moment has no day', () => {
  expect(() => toNorskDag(new Date('ikke en tid'))).toThrow(RangeError);
  expect(() => toNorskDag(new Date('ikke en tid'))).toThrow(RangeError);
});
