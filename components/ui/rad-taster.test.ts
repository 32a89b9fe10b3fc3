/** Holds the keyboard of a list of rows. */
import { expect, test } from 'vitest';
import { findRadIndex } from '#components/ui/rad-taster.ts';

test('arrow keys stop at both ends, pages are ten rows, Home and End go to the ends', () => {
  expect(findRadIndex('ArrowDown', 2, 3)).toBe(2);
  expect(findRadIndex('ArrowUp', 0, 3)).toBe(0);
  expect(findRadIndex('PageDown', 1, 50)).toBe(11);
  expect(findRadIndex('PageUp', 4, 50)).toBe(0);
  expect(findRadIndex('Home', 9, 50)).toBe(0);
  expect(findRadIndex('End', 0, 50)).toBe(49);
});

test('any other key is left to the browser', () => {
  expect(findRadIndex('Tab', 1, 3)).toBeNull();
  expect(findRadIndex('Enter', 1, 3)).toBeNull();
});
