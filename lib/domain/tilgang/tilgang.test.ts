/** Groups to rights: what is given, and that nothing else is. */
import { expect, test } from 'vitest';
import shipped from '#config/tilgang.json' with { type: 'json' };
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import { Tilgang, toRettigheter } from './tilgang.ts';

const tilgang = Tilgang.parse(shipped);
const INGENTING = { roller: [], pakker: [], skjermingsrett: 'ingen', skjermede: false };

test('each shipped group gives exactly one right: its role, its package, fortrolig or skjermede', () => {
  for (const rolle of ROLLER) {
    expect(toRettigheter([`folkeregister-${rolle}`], tilgang)).toEqual({ ...INGENTING, roller: [rolle] });
  }
  for (const pakke of PAKKER) {
    expect(toRettigheter([`folkeregister-pakke-${pakke}`], tilgang)).toEqual({
      ...INGENTING,
      pakker: [pakke],
    });
  }
  expect(toRettigheter(['folkeregister-fortrolig'], tilgang)).toEqual({
    ...INGENTING,
    skjermingsrett: 'fortrolig',
  });
  expect(toRettigheter(['folkeregister-skjermede'], tilgang)).toEqual({ ...INGENTING, skjermede: true });
  expect(Object.keys(tilgang.grupper)).toHaveLength(ROLLER.length + PAKKER.length + 2);
});

test('rights add up, each once, in a fixed order', () => {
  const groups = [
    ...[
      'folkeregister-pakke-eid',
      'folkeregister-pakke-finans',
      'folkeregister-leder',
      'folkeregister-leder',
    ],
    ...['folkeregister-saksbehandler', 'folkeregister-fortrolig', 'noe-annet'],
  ];
  expect(toRettigheter(groups, tilgang)).toEqual({
    roller: ['saksbehandler', 'leder'],
    pakker: ['finans', 'eid'],
    skjermingsrett: 'fortrolig',
    skjermede: false,
  });
});

test.each([
  [[]],
  [['']],
  [['saksbehandler']],
  [['Folkeregister-saksbehandler']],
  [['folkeregister-saksbehandler ']],
  [['folkeregister-pakke']],
  [['folkeregister-strengt-fortrolig']],
  [['__proto__', 'constructor', 'toString', 'grupper']],
])('Z-03: the groups %j give nothing', (groups) => {
  expect(toRettigheter(groups, tilgang)).toEqual(INGENTING);
});

test('a group that gives several rights gives them all', () => {
  const egen = Tilgang.parse({
    grupper: {
      alt: { roller: ['leder'], pakker: ['privat', 'eid'], skjermingsrett: 'fortrolig', skjermede: true },
    },
  });
  expect(toRettigheter(['alt'], egen)).toEqual({
    roller: ['leder'],
    pakker: ['privat', 'eid'],
    skjermingsrett: 'fortrolig',
    skjermede: true,
  });
});

test.each([
  ['an unknown role', { grupper: { a: { roller: ['sjef'] } } }],
  ['an unknown package', { grupper: { a: { pakker: ['brsv'] } } }],
  ['strengt fortrolig', { grupper: { a: { skjermingsrett: 'strengtFortrolig' } } }],
  ['a misspelt key', { grupper: { a: { rolle: ['leder'] } } }],
  ['a key beside grupper', { grupper: {}, alle: { roller: ['leder'] } }],
  ['no groups', {}],
  ['a group without name', { grupper: { '': { roller: ['leder'] } } }],
])('a configuration with %s does not load', (_, innhold) => {
  expect(Tilgang.safeParse(innhold).success).toBe(false);
});
