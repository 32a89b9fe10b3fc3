/** Holds that a file is read by what it is: its kind, its encoding, its separators, its quotes and its column. */
import { expect, test } from 'vitest';
import { BOM, toCsvLinje } from './csv.ts';
import { findFiltype, readTekst } from './filinnhold.ts';
import { findNummerkolonne, hasOverskrift, listKolonner } from './kolonne.ts';
import { isLimtTabell, parseTabell } from './tabell.ts';

const bytes = (...koder: number[]) => Uint8Array.from(koder);
const utf8 = (tekst: string) => new TextEncoder().encode(tekst);
const utf16 = (tekst: string) =>
  bytes(0xff, 0xfe, ...[...tekst].flatMap((tegn) => [tegn.charCodeAt(0) & 255, tegn.charCodeAt(0) >> 8]));

test('the kind of a file is told by its bytes', () => {
  expect(findFiltype(utf8('a;b'))).toBe('tekst');
  expect(findFiltype(utf16('a;b'))).toBe('tekst');
  expect(findFiltype(bytes(0x50, 0x4b, 3, 4, 0))).toBe('xlsx');
  expect(findFiltype(bytes(0xd0, 0xcf, 0x11, 0xe0, 1))).toBe('gammeltRegneark');
  const kryptert = bytes(0xd0, 0xcf, 0x11, 0xe0, 0, ...utf16('EncryptedPackage').slice(2));
  expect(findFiltype(kryptert)).toBe('kryptert');
  expect(findFiltype(bytes(0x25, 0x50, 0x44, 0x46, 0, 1))).toBe('ukjent');
});

test('text is read in the encoding it was written in', () => {
  expect(readTekst(utf8(`${BOM}Født på Ås`))).toBe('Født på Ås');
  expect(readTekst(utf8('Født på Ås'))).toBe('Født på Ås');
  expect(readTekst(utf16('Født på Ås'))).toBe('Født på Ås');
  expect(readTekst(bytes(0x46, 0xf8, 0x64, 0x74))).toBe('Født');
});

test.each<[string, string[][]]>([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a;""b""";c\n"x\ny";2',
    [
      ['a;"b"', 'c'],
      ['x\ny', '2'],
    ],
  ],
  ['sep=,\na,b', [['a', 'b']]],
  [
    '"aldri lukket;b\n1;2',
    [
      ['"aldri lukket', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'Elv, Kari;1\nÅ, Ola;2',
    [
      ['Elv, Kari', '1'],
      ['Å, Ola', '2'],
    ],
  ],
  ['1\n\n3\n\n', [['1'], [''], ['3']]],
  ['', []],
])('%j is read cell by cell', (tekst, rader) => {
  expect(parseTabell(tekst)).toEqual(rader);
});

test('the column with the numbers is found, with and without a heading, and told by its name', () => {
  const med = parseTabell('Navn;Fødselsnummer\nKari;038515 98730\nOla;41819077302');
  expect(hasOverskrift(med)).toBe(true);
  expect(findNummerkolonne(listKolonner(med))).toEqual({
    plass: 1,
    navn: 'Fødselsnummer',
    eksempler: ['038515 98730', '41819077302'],
    treff: 2,
  });
  const uten = parseTabell('Kari;03851598730\nOla;41819077302');
  expect(hasOverskrift(uten)).toBe(false);
  expect(findNummerkolonne(listKolonner(uten))).toMatchObject({ plass: 1, navn: null, treff: 2 });
  expect(findNummerkolonne(listKolonner(parseTabell('Navn;By\nKari;Moss')))).toBeNull();
});

test('a paste of several columns is a table, a list is not', () => {
  expect(isLimtTabell('Kari\t03851598730\nOla\t41819077302')).toBe(true);
  expect(isLimtTabell('03851598730\t41819077302')).toBe(false);
  expect(isLimtTabell('03851598730\n41819077302')).toBe(false);
});

test('N-18: no cell of a file can be run, and what must be quoted is', () => {
  expect(toCsvLinje(['=1+1', '+47', '-1', '@x', '\tx', '\rx', 'a;b', 'sa "hei"', 'Kari'])).toBe(
    `'=1+1;'+47;'-1;'@x;'\tx;"'\rx";"a;b";"sa ""hei""";Kari\r\n`,
  );
});
