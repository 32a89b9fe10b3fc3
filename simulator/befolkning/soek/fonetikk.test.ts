/** Our own phonetic rule. */
import { expect, test } from 'vitest';
import { toFonetisk } from './fonetikk.ts';

test.each([
  ['AASE', 'ÅSE'],
  ['CHRISTIAN', 'KRISTIAN'],
  ['HVAL', 'VAL'],
  ['SOFFIE', 'SOPHIE'],
])('%s sounds like %s', (a, b) => {
  expect(toFonetisk(a)).toBe(toFonetisk(b));
});

test('different words keep different keys', () => {
  expect(toFonetisk('KOPP')).not.toBe(toFonetisk('KATT'));
});
