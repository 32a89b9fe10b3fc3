/** The bytes are those of JSON.stringify, however the value is parted. */
import { expect, test } from 'vitest';
import { formatJson } from './json.ts';

const ROW = {
  foedselsEllerDNummer: '12838442208',
  navn: [{ fornavn: 'GRØNN Č 💧', tall: 1, tom: undefined }],
};

test.each([
  ['an empty object', {}],
  ['an empty list', { oppslag: [] }],
  ['a list of texts', { foedselsEllerDNummer: ['1', 'æ'] }],
  ['one row', { oppslag: [ROW] }],
  ['rows and something else', { oppslag: [ROW, ROW], nyOpplysning: [ROW] }],
  ['rows that are none', { oppslag: [ROW, undefined, null, 'tekst', 7] }],
  ['a field with a name to escape', { 'opp"slag': [ROW, ROW] }],
  ['a row larger than a block', { oppslag: [ROW, { tekst: 'ÆØÅ'.repeat(200_000) }, ROW] }],
  ['many rows', { oppslag: Array.from({ length: 20_000 }, (_, i) => ({ ...ROW, i })) }],
  ['half a surrogate pair', { oppslag: [{ tekst: '\ud83d' }, { tekst: '\udca7' }] }],
])('%s', (_, verdi) => {
  const biter = formatJson(verdi);
  expect(Buffer.concat(biter).equals(Buffer.from(JSON.stringify(verdi)))).toBe(true);
  expect(biter.every(({ length }) => length > 0)).toBe(true);
});

test('a row is made when it is written, one at a time', () => {
  const laget: number[] = [];
  const oppslag = [1, 2, 3].map((nr) => ({
    get folkeregisterperson() {
      laget.push(nr);
      return { nr };
    },
  }));
  expect(laget).toEqual([]);
  expect(Buffer.concat(formatJson({ oppslag })).toString()).toBe(
    '{"oppslag":[{"folkeregisterperson":{"nr":1}},{"folkeregisterperson":{"nr":2}},{"folkeregisterperson":{"nr":3}}]}',
  );
  expect(laget).toEqual([1, 2, 3]);
});
