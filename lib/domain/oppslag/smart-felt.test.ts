/** Holds what one field makes of what people paste into it, and that no text makes it invent, throw or hang. */
import { expect, test } from 'vitest';
import { normalizeKriterier, validateKriterier } from './kriterier.ts';
import { parseSmartfelt } from './smart-felt.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const parse = (tekst: string) => parseSmartfelt(tekst, NAA);
const [FNR, DNR] = ['03851598730', '41819077302'];
const kriterier = (gitt: object, rest = '') => ({ slag: 'kriterier', kriterier: gitt, rest });
const KARI = { navn: 'Kari Nordmann' };

test.each<[string, object]>([
  ['', { slag: 'tomt' }],
  [' \u200b\u00a0\n', { slag: 'tomt' }],
  [FNR, kriterier({ identifikasjonsnummer: FNR })],
  [' 038515\u00a098730\u200b ', kriterier({ identifikasjonsnummer: FNR })],
  ['038515-98730', kriterier({ identifikasjonsnummer: FNR })],
  ['03 85 15 98730', kriterier({ identifikasjonsnummer: FNR })],
  ['Fødselsnummer: 03851598730', kriterier({ identifikasjonsnummer: FNR })],
  ['fnr 03851598730 Kari Nordmann', kriterier({ identifikasjonsnummer: FNR, ...KARI })],
  ['Kari Nordmann (03851598730)', kriterier({ identifikasjonsnummer: FNR, ...KARI }, '')],
  ['0385159873', kriterier({ identifikasjonsnummer: '0385159873' })],
  ['200412345601', kriterier({ utlendingsmyndighetenesIdentifikasjonsnummer: '200412345601' })],
  [
    'DUF-nummer 200412345601, Amal Said',
    kriterier({ utlendingsmyndighetenesIdentifikasjonsnummer: '200412345601', navn: 'Amal Said' }),
  ],
  ['AFG-1458-4555', kriterier({ utenlandskpersonidentifikasjon: 'AFG-1458-4555' })],
  [
    'Amal Said afg - 1458-4555',
    kriterier({ utenlandskpersonidentifikasjon: 'afg - 1458-4555', navn: 'Amal Said' }),
  ],
  ['Kari Nordmann', kriterier(KARI)],
  ['Nordmann, Kari', kriterier(KARI)],
  ...[
    'Kari Nordmann 01.02.1990',
    '01.02.1990 Kari Nordmann',
    'Kari Nordmann, f. dato: 1.2.1990',
    'Kari Nordmann født 1/2-1990',
    'Nordmann, Kari 010290',
    'Nordmann, Kari f. 1.2.90',
    'Kari Nordmann 1990-02-01',
    'Kari Nordmann 1. februar 1990',
    'Kari Nordmann 1 feb. 90',
    'Navn: Kari Nordmann Fødselsdato: 01 . 02 . 1990',
    '19900201 Kari Nordmann',
  ].map((tekst): [string, object] => [tekst, kriterier({ ...KARI, foedselsdato: '01.02.1990' })]),
  [
    'Kari Nordmann, Storgata 12 B, 0155 Oslo',
    kriterier({ ...KARI, adressenavn: 'Storgata', husnummer: '12B', postnummer: '0155' }),
  ],
  [
    'Kari Nordmann Storgata 12b 0155 OSLO',
    kriterier({ ...KARI, adressenavn: 'Storgata', husnummer: '12B', postnummer: '0155' }),
  ],
  [
    'Kari Nordmann Kong Oscars gate 3',
    kriterier({ ...KARI, adressenavn: 'Kong Oscars gate', husnummer: '3' }),
  ],
  ['Kong Oscars gate 3', kriterier({ adressenavn: 'Kong Oscars gate', husnummer: '3' })],
  ['Kari Nordmann 5018', kriterier({ ...KARI, postnummer: '5018' })],
  [
    'Kari Nordmann 01.02.1990 Solveien 7',
    kriterier({ ...KARI, foedselsdato: '01.02.1990', adressenavn: 'Solveien', husnummer: '7' }),
  ],
  ['Kari Nordmann, bor et sted', kriterier(KARI, 'bor et sted')],
  [`${FNR}\n${DNR}`, { slag: 'flereNumre', numre: [FNR, DNR] }],
  [`Kari ${FNR}; Ola 418190 77302`, { slag: 'flereNumre', numre: [FNR, DNR] }],
  [`${FNR} ${FNR}`, kriterier({ identifikasjonsnummer: FNR }, FNR)],
  ['?!', { slag: 'uforstaatt' }],
  ['x'.repeat(301), { slag: 'uforstaatt' }],
])('%j', (tekst, forstaatt) => {
  expect(parse(tekst)).toEqual(forstaatt);
});

test('a date that does not exist is not made into one', () => {
  expect(parse('Kari Nordmann 31.02.1990')).toEqual(kriterier(KARI, '31.02.1990'));
});

/** Pieces of what people and attackers paste. */
const BITER = [
  FNR,
  DNR,
  '038515',
  '98730',
  '01.02.1990',
  '31.02.90',
  'Kari',
  'Nordmann',
  'Åse-Marie',
  "O'Brien",
  'Storgata',
  '12B',
  '0155',
  'AFG-1458',
  'DUF',
  '200412345601',
  'født',
  'f.',
  ',',
  ';',
  '\n',
  '\t',
  '\u200b',
  '\u202e',
  '\u00a0',
  '<script>',
  "' or 1=1--",
  '=cmd|',
  '%',
  '\\',
  '((((',
  '....',
  '--',
  '🎂',
  '１２３',
  '٣',
  '\ud800',
  '\0',
  '1'.repeat(40),
  'gate',
  'a'.repeat(60),
];

test('of ten thousand messy texts none throws, and every word and digit of the answer stood in the text', () => {
  let froe = 7;
  const pick = (antall: number) => {
    froe = (Math.imul(froe, 1_664_525) + 1_013_904_223) >>> 0;
    return froe % antall;
  };
  const bareTegn = (tekst: string) =>
    tekst
      .normalize('NFC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  for (let i = 0; i < 10_000; i += 1) {
    const tekst = Array.from({ length: 1 + pick(7) }, () => BITER[pick(BITER.length)]).join(
      pick(3) === 0 ? '' : ' ',
    );
    const forstaatt = parse(tekst);
    if (forstaatt.slag !== 'kriterier') continue;
    const { foedselsdato, navn = '', ...andre } = forstaatt.kriterier;
    const kilde = bareTegn(tekst);
    for (const verdi of [...Object.values(andre), ...navn.split(' ')])
      expect(kilde, `${JSON.stringify(tekst)} gave ${verdi}`).toContain(bareTegn(String(verdi)));
    if (foedselsdato !== undefined) {
      expect(foedselsdato).toMatch(/^\d\d\.\d\d\.\d{4}$/);
      expect(validateKriterier(normalizeKriterier({ foedselsdato }, NAA))).toEqual([]);
    }
  }
});

test('a text of hundreds of thousands of characters is read too, whatever it repeats', () => {
  for (const bit of ['1', 'a ', '1 ', ', ', 'a1', '1.', '-', '\u200b'])
    expect(parse(bit.repeat(200_000 / bit.length)).slag).not.toBe('kriterier');
});
