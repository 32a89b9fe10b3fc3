/** Holds that a cookie with any content gives a choice that exists. */
import { expect, test } from 'vitest';
import { parseHurtigtast, parseTema } from '#components/shell/preferences.ts';

test("an unknown theme is the system's own", () => {
  expect(parseTema('dark')).toBe('dark');
  expect(parseTema('"><script>')).toBe('auto');
  expect(parseTema(undefined)).toBe('auto');
});

test('the shortcut is on until it is switched off', () => {
  expect(parseHurtigtast(undefined)).toBe(true);
  expect(parseHurtigtast('av')).toBe(false);
});
