/** Holds the verdict of each row, and that nothing somebody brought is lost on the way to it. All numbers are synthetic. */
import { expect, test } from 'vitest';
import { parseLimtTekst } from './limt-tekst.ts';
import { createListedommer, type Listerad, listNumre } from './liste.ts';

const [A, B] = ['03851598730', '41819077302'];

function judge(tekster: readonly string[]): Listerad[] {
  const judgeRad = createListedommer();
  return tekster.map((tekst, i) => judgeRad(tekst, i + 1));
}

test.each([
  [A, 'gyldig', A],
  ['038515 98730', 'gyldig', A],
  ['038515.98730', 'gyldig', A],
  ['\u200b038515\u00a098730\ufeff', 'gyldig', A],
  ['03851598731', 'kontrollsiffer', '03851598731'],
  ['3851598730', 'nullLagtTil', A],
  ['3851598731', 'ugyldigLengde', null],
  ['123', 'ugyldigLengde', null],
  ['0385159873012', 'ugyldigLengde', null],
  ['0385159873O', 'ugyldigTegn', null],
  ['1,23E+10', 'ugyldigTegn', null],
  ['', 'tom', null],
  [' \u200b ', 'tom', null],
])('%j is %s', (tekst, dom, nummer) => {
  expect(judge([tekst])[0]).toMatchObject({ dom, nummer, tekst });
});

test('the same number twice is asked about once, however it is written, and the second row names the first', () => {
  const rader = judge([A, 'x', '038515 98730', B, '3851598730']);
  expect(rader.map(({ dom, duplikatAv, plass }) => [dom, duplikatAv, plass])).toEqual([
    ['gyldig', null, 0],
    ['ugyldigTegn', null, null],
    ['duplikat', 1, null],
    ['gyldig', null, 1],
    ['duplikat', 1, null],
  ]);
  expect(listNumre(rader)).toEqual([A, B]);
});

test('a text that is far too long is cut where it is kept', () => {
  expect(judge(['9'.repeat(100_000)])[0]?.tekst.length).toBeLessThan(50);
});

test.each<[string, string[]]>([
  [`${A}\n${B}`, [A, B]],
  [`${A}, ${B};${A}|${B}`, [A, B, A, B]],
  [`${A} ${B}`, [A, B]],
  ['038515 98730 418190 77302', ['038515 98730', '418190 77302']],
  ['03 85 15 98730', ['03 85 15 98730']],
  [`${A}-${B}`, [A, B]],
  ['038515-98730', ['038515-98730']],
  [`«${A}», '${B}'`, [A, B]],
  [`Kari Elv ${A}, Ola Å. (418190 77302)`, [A, 'Ola Å.', '418190 77302']],
  [`Fødselsnummer\n${A}`, [A]],
  ['123 456', ['123 456']],
  [`1234 ${A}`, ['1234', A]],
  [`\u202a${A}\u202c\u2028${B}`, [A, B]],
  ['...\n - \n', []],
  ['', []],
  ['bare ord', ['bare ord']],
])('%j is read as its rows', (tekst, rader) => {
  expect(parseLimtTekst(tekst)).toEqual(rader);
});

test('whatever stands between them, a thousand numbers come out as they went in', () => {
  const skiller = [
    '\n',
    '\r\n',
    ' ',
    '\t',
    ';',
    ', ',
    ' / ',
    '\u00a0',
    '|',
    '"',
    ' \u2028',
    '\n\n',
    '\u3000',
    ')(',
  ];
  const former = [
    (n: string) => n,
    (n: string) => `${n.slice(0, 6)} ${n.slice(6)}`,
    (n: string) => `\u200e${n}\u200f`,
  ];
  const numre = Array.from({ length: 1_000 }, (_, i) => String(10_000_000_000 + i * 7_919));
  const tekst = numre
    .map((n, i) => `${former[i % former.length]?.(n)}${skiller[i % skiller.length]}`)
    .join('');
  expect(listNumre(judge(parseLimtTekst(tekst)))).toEqual(numre);
});
