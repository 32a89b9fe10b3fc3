/** Holds the keyboard pattern of tabs. */
import { expect, test } from 'vitest';
import { findTabIndex } from '#components/ui/tab-keys.ts';

test('arrow keys go round at both ends, Home and End go to the ends', () => {
  expect(findTabIndex('ArrowRight', 2, 3)).toBe(0);
  expect(findTabIndex('ArrowLeft', 0, 3)).toBe(2);
  expect(findTabIndex('Home', 2, 3)).toBe(0);
  expect(findTabIndex('End', 0, 3)).toBe(2);
});

test('any other key is left to the browser', () => {
  expect(findTabIndex('Tab', 1, 3)).toBeNull();
});
