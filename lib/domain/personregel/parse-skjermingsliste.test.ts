/** Z-07: what is a list, and that one bad line is never passed over. */
import { expect, test } from 'vitest';
import { parseSkjermingsliste } from './parse-skjermingsliste.ts';

const [EN, TO] = ['12838442208', '05918242513'];

test.each([
  ['numbers alone', `${EN}\n${TO}\n`],
  [
    'a heading, Windows lines and a mark at the beginning',
    `\uFEFFnummer;navn\r\n${EN};SMIDIG KOPP\r\n${TO};x\r\n`,
  ],
  ['quotes, commas, tabs, spaces and blank lines', `"${EN}","a, b"\n\n ${TO}\tx\n   \n`],
  ['a number twice', `${EN}\n${TO}\n${EN}`],
])('%s', (_, tekst) => {
  expect(parseSkjermingsliste(tekst)).toEqual({ numre: [EN, TO], feil: [], virkelige: [] });
});

test('every line that is no number is told, and the heading is the first line only', () => {
  const tekst = ['nummer', EN, 'tekst', '12838442209', '123', `x;${TO}`, TO].join('\n');
  expect(parseSkjermingsliste(tekst)).toEqual({ numre: [EN, TO], feil: [3, 4, 5, 6], virkelige: [] });
  expect(parseSkjermingsliste('')).toEqual({ numre: [], feil: [], virkelige: [] });
});
