/** Z-09: a reason is words that say something. */
import { expect, test } from 'vitest';
import { findBegrunnelsefeil } from './begrunnelse.ts';

test.each([
  ['', 'forKort'],
  ['         x         ', 'forKort'],
  ['kort nok', 'forKort'],
  ['a'.repeat(256), 'forLang'],
  ['asdfasdfasdf', 'sierIkkeNoe'],
  ['aaaa aaaa aaaa', 'sierIkkeNoe'],
  ['test test test', 'sierIkkeNoe'],
  ['..............', 'sierIkkeNoe'],
  ['1234567890 1234', 'sierIkkeNoe'],
  ['Forkynne stevning i sak 2026/12', null],
  ['Må sende vedtak i posten', null],
])('%j is judged %s', (tekst, feil) => {
  expect(findBegrunnelsefeil(tekst)).toBe(feil);
});
