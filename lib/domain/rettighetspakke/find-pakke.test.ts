/** The names a package is known by, today's and the older documents'. */
import { expect, test } from 'vitest';
import { findPakkeByAlias } from './find-pakke.ts';
import { PAKKER } from './rettighetspakke.ts';
import { RETTIGHETSPAKKER } from './rettighetspakker.ts';

test('every package is found by our name, the register name, the short name, its path and its scopes', () => {
  for (const pakke of PAKKER) {
    const { navn, kort, sti, scope } = RETTIGHETSPAKKER[pakke];
    for (const kjent of [pakke, navn, kort, kort.toLowerCase(), sti, `/${sti}/`, ...scope]) {
      expect(findPakkeByAlias(kjent), kjent).toBe(pakke);
    }
  }
});

test.each([
  ['offentlig-med-hjemmel/api/', 'offentlig-med-hjemmel'],
  ['Offentlig med hjemmel', 'offentlig-med-hjemmel'],
  ['offentlig-uten-hjemmel/api/v1', 'offentlig-uten-hjemmel'],
  ['finans-og-begrenset/api/v1', 'finans'],
  ['finans-og-begrenset', 'finans'],
  ['/folkeregisteret/offentlig-uten-hjemmel/api/v1/', 'offentlig-uten-hjemmel'],
  ['Privat', 'privat'],
  ['utstedereid', 'eid'],
])('the older name %s is understood as %s', (navn, pakke) => {
  expect(findPakkeByAlias(navn)).toBe(pakke);
});

test.each(['', '/api/v1', 'brsv', 'offentlig', 'finanser', '__proto__'])(
  'the name %j is no package',
  (navn) => {
    expect(findPakkeByAlias(navn)).toBeUndefined();
  },
);
