/** Holds that a cookie with any content gives a language that exists. */
import { expect, test } from 'vitest';
import { parseSpraak, SPRAAK } from './spraak.ts';

test('a known language is chosen, and anything else is bokmål', () => {
  for (const spraak of SPRAAK) expect(parseSpraak(spraak)).toBe(spraak);
  for (const value of [undefined, '', 'NN', 'sv', '"><script>', '__proto__'])
    expect(parseSpraak(value)).toBe('nb');
});
