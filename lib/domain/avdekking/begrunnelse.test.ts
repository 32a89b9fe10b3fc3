/** Z-09, N-09: a reason is words that say something, with no number of a person in them. */
import { expect, test } from 'vitest';
import { findBegrunnelsefeil, toSammenlignbar } from './begrunnelse.ts';
import { Begrunnelse } from './begrunnelse-request.ts';

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
  ['asdf jklø qwerty', 'sierIkkeNoe'],
  ['asdf asdf tralala', 'sierIkkeNoe'],
  ['qwertyuiop poiuytrewq', 'sierIkkeNoe'],
  ['abc abcd defghi', 'sierIkkeNoe'],
  ['xkcd fghjk grrrr pff', 'sierIkkeNoe'],
  ['ja ja ja ja ja nei', 'sierIkkeNoe'],
  ['Forkynne stevning for 218180 12345', 'personnummer'],
  ['Forkynne stevning i sak 2026/12', null],
  ['Må sende vedtak i posten', null],
  ['Oppfølging av tilsynssak', null],
  ['Galgu sáddet reivve', null],
])('%j is judged %s', (tekst, feil) => {
  expect(findBegrunnelsefeil(tekst)).toBe(feil);
  expect(Begrunnelse.safeParse(tekst).success).toBe(feil === null);
});

test('a reason is the same with another case, other signs and other spaces, and another with another number', () => {
  const begrunnelse = 'Forkynne stevning i sak 2026/12';
  expect(toSammenlignbar('  forkynne  STEVNING – i sak 2026.12!')).toBe(toSammenlignbar(begrunnelse));
  expect(toSammenlignbar('Forkynne stevning i sak 2026/13')).not.toBe(toSammenlignbar(begrunnelse));
});
