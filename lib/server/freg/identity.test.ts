import { expect, test } from 'vitest';
import { readIdentitet } from './identity.ts';

const NUMMER = '05888012345';
const NYTT = '17859054321';
const BASIS = ['person-basis'];
const med = (...numre: unknown[]) => ({
  identifikasjonsnummer: numre.map((nummer, i) => ({ erGjeldende: i === 0, foedselsEllerDNummer: nummer })),
});

test('R-12: any number of the document counts, current or earlier', () => {
  expect(readIdentitet(med(NUMMER), NUMMER, 'offentlig-med-hjemmel', BASIS)).toBe('kontrollert');
  expect(readIdentitet(med(NYTT, NUMMER), NUMMER, 'offentlig-med-hjemmel', BASIS)).toBe('kontrollert');
});

test.each([
  [med(NYTT)],
  [med()],
  [{}],
  [{ identifikasjonsnummer: null }],
  [{ identifikasjonsnummer: NUMMER }],
  [{ identifikasjonsnummer: { foedselsEllerDNummer: NUMMER } }],
  [{ identifikasjonsnummer: [null, NUMMER, [NUMMER], { foedselsEllerDNummer: Number(NUMMER) }] }],
])('R-12: %j is not the person asked for, where the number always comes', (dokument) => {
  expect(readIdentitet(dokument, NUMMER, 'offentlig-med-hjemmel', BASIS)).toBe('feilPerson');
});

test('R-12: where the package gives no number, its absence is no fault and is said', () => {
  expect(readIdentitet({}, NUMMER, 'presse-uten-folkeregisteridentifikator', BASIS)).toBe('ukontrollert');
  expect(readIdentitet({}, NUMMER, 'privat', BASIS)).toBe('ukontrollert');
  expect(readIdentitet({}, NUMMER, 'privat', [...BASIS, 'identifikasjonsnummer'])).toBe('feilPerson');
});

test('R-12: a number that came is compared in every package', () => {
  expect(readIdentitet(med(NYTT), NUMMER, 'presse-uten-folkeregisteridentifikator', BASIS)).toBe(
    'feilPerson',
  );
});

test('R-12: without a number among the criteria there is nothing to compare', () => {
  expect(readIdentitet(med(NYTT), undefined, 'offentlig-med-hjemmel', BASIS)).toBe('ukontrollert');
});
