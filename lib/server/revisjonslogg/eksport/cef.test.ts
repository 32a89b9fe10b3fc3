/** One row is one line, whatever was written into it, and what was written comes back out of the line. */
import { expect, test } from 'vitest';
import type { Radform } from '#lib/server/revisjonslogg/forsegling/radform.ts';
import { toCef } from './cef.ts';

const RAD: Radform = [
  '42',
  '2026-11-21T07:08:09.123456Z',
  '7301',
  'rad-1',
  'handling-1',
  'kall-1',
  'DISCLOSED',
  'OPPSLAG',
  'saksbehandler',
  null,
  'Enhet',
  'ff00',
  'saksbehandling',
  '2026/1',
  'offentlig-med-hjemmel',
  'funnet',
  '{"deler": ["person-basis"], "felter": ["navn.fornavn", "navn.etternavn"]}',
  '0102',
  null,
  ['00ff'],
];
const FORMAAL = 12;
const SAKSREFERANSE = 13;

test('a row as CEF', () => {
  expect(toCef(RAD, 6, '1.0')).toBe(
    'CEF:0|Folkeregisterportalen|portal|1.0|OPPSLAG:DISCLOSED|saksbehandling|3|end=1795244889123 externalId=rad-1 ' +
      'suid=saksbehandler sproc=handling-1 dproc=kall-1 act=OPPSLAG outcome=funnet flexString1Label=Decision ' +
      'flexString1=Permit cs1Label=formaal cs1=saksbehandling cs2Label=saksreferanse cs2=2026/1 cs3Label=enhet cs3=Enhet ' +
      'cs4Label=bladindeks cs4=6 cs5Label=pakke cs5=offentlig-med-hjemmel cs6Label=subjekter cs6=00ff ' +
      'cn1Label=antallSubjekter cn1=1 cn2Label=antallDeler cn2=1 cn3Label=antallFelter cn3=2',
  );
});

test('what was refused is told louder, and what is not known is left out', () => {
  const denied = RAD.with(6, 'DENIED').with(12, null) as Radform;
  const line = toCef(denied, 6, '1.0');
  expect(line).toMatch(/^CEF:0\|Folkeregisterportalen\|portal\|1\.0\|OPPSLAG:DENIED\|OPPSLAG\|6\|/);
  expect(line).toContain('flexString1=Deny');
  expect(line).not.toContain('cs1');
});

const HOSTILE = [
  'a=b cs2=forged',
  'a|b|CEF:0|x|y|z|1|2|9|act=READ',
  'a\\',
  'a\\=b',
  'a\r\nCEF:0|forged|portal|1|x|y|9|suid=another',
  '\n<14>1 2026-11-21T00:00:00Z host app - - - forged',
  'a\u2028b\u0085c\u0000d\u001b[2J',
  'æøå 𐍈 \\n',
  ' leading and trailing ',
];

/** The value of a CEF extension, read by the format's own rules. */
function readValue(line: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[ |])${name}=((?:\\\\.|[^\\\\=])*?)(?= [A-Za-z0-9]+=|$)`).exec(line)?.[1];

  return found?.replace(/\\(.)/g, (_, char: string) => ({ r: '\r', n: '\n' })[char] ?? char);
}

/** The seven fields before the extension, read by the format's own rules. */
const readHeader = (line: string): string[] =>
  [...line.matchAll(/((?:\\.|[^\\|])*)\|/g)]
    .slice(0, 7)
    .map(([, field = '']) => field.replace(/\\(.)/g, '$1'));

const withoutControl = (text: string): string => text.replace(/(?![\r\n])[\p{Cc}\u2028\u2029]/gu, ' ');

for (const text of HOSTILE) {
  test(`an injected value stays a value: ${JSON.stringify(text)}`, () => {
    for (const column of [8, 10, FORMAAL, SAKSREFERANSE, 15]) {
      const line = toCef(RAD.with(column, text) as Radform, 6, '1.0');
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      const header = readHeader(line);
      expect(header.slice(0, 4)).toEqual(['CEF:0', 'Folkeregisterportalen', 'portal', '1.0']);
      expect(header[5]).toBe(
        column === FORMAAL ? withoutControl(text).replace(/[\r\n]/g, ' ') : 'saksbehandling',
      );
      expect(header[6]).toBe('3');
    }
    const line = toCef(RAD.with(SAKSREFERANSE, text) as Radform, 6, '1.0');
    expect(readValue(line, 'cs2')).toBe(withoutControl(text));
    expect(readValue(line, 'cs4')).toBe('6');
    expect(readValue(line, 'suid')).toBe('saksbehandler');
  });
}
