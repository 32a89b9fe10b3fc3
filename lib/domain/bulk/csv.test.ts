/** F-07, N-18: whatever stands in a cell, a spreadsheet reads it as text, and a reader of CSV gets the same cells back. */
import { expect, it } from 'vitest';
import { toCsvLinje } from './csv.ts';

const STARTER = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const FORAN = ['', ' ', '\u00a0', '  \u2003', '\ufeff', '\0'];

/** RFC 4180 with `;`. */
function parseLinje(linje: string): string[] {
  const celler: string[] = [];
  const deler = linje.slice(0, -2).matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^";]*))/g);
  for (const [, sitert, bar] of deler) celler.push(sitert?.replaceAll('""', '"') ?? bar ?? '');
  return celler;
}

it('no line of a cell begins as a formula', () => {
  for (const start of STARTER)
    for (const foran of FORAN)
      for (const tekst of [
        `${foran}${start}HYPERLINK(1)`,
        `Ola\n${foran}${start}1`,
        `Ola\r\n${foran}${start}1`,
      ]) {
        const [celle = ''] = parseLinje(toCsvLinje([tekst, 'Ola']));
        for (const rad of celle.split(/\r\n|[\r\n\u2028\u2029]/))
          expect(rad, JSON.stringify(tekst)).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠\t\0]/);
      }
});

it('cells come back as they were, but for the mark before a formula', () => {
  const celler = ['Ola', 'a;b', 'a"b', 'to\r\nlinjer', '', 'Åse-Marie', '2020-01-01', '01819012345', '7 - 9'];
  expect(parseLinje(toCsvLinje(celler))).toEqual(celler);
  expect(parseLinje(toCsvLinje(['=1', 'x\n=1']))).toEqual(["'=1", "x\n'=1"]);
});
