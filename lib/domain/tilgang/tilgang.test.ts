/** Groups to rights: what is given, and that nothing else is. */
import { expect, test } from 'vitest';
import shipped from '#config/tilgang.json' with { type: 'json' };
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import { findGruppeslutt } from './gjeldende.ts';
import { listSluttende, Tilgang, toRettigheter } from './tilgang.ts';

const tilgang = Tilgang.parse(shipped);
const NAA = new Date('2026-11-21T12:00:00Z');
const INGENTING = { roller: [], pakker: [], skjermingsrett: 'ingen', skjermede: false };

test('each shipped group gives exactly one right: its role, its package, fortrolig or skjermede', () => {
  for (const rolle of ROLLER) {
    expect(toRettigheter([`folkeregister-${rolle}`], tilgang, NAA)).toEqual({
      ...INGENTING,
      roller: [rolle],
    });
  }
  for (const pakke of PAKKER) {
    expect(toRettigheter([`folkeregister-pakke-${pakke}`], tilgang, NAA)).toEqual({
      ...INGENTING,
      pakker: [pakke],
    });
  }
  expect(toRettigheter(['folkeregister-fortrolig'], tilgang, NAA)).toEqual({
    ...INGENTING,
    skjermingsrett: 'fortrolig',
  });
  expect(toRettigheter(['folkeregister-skjermede'], tilgang, NAA)).toEqual({ ...INGENTING, skjermede: true });
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
  expect(toRettigheter(groups, tilgang, NAA)).toEqual({
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
  expect(toRettigheter(groups, tilgang, NAA)).toEqual(INGENTING);
});

test('a group that gives several rights gives them all', () => {
  const egen = Tilgang.parse({
    grupper: {
      alt: { roller: ['leder'], pakker: ['privat', 'eid'], skjermingsrett: 'fortrolig', skjermede: true },
    },
  });
  expect(toRettigheter(['alt'], egen, NAA)).toEqual({
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

test('S-04: a group gives to the end of its last day in Norway, and no moment longer', () => {
  const egen = Tilgang.parse({ grupper: { vikarer: { roller: ['saksbehandler'], til: '2026-11-21' } } });
  const at = (tid: string) => toRettigheter(['vikarer'], egen, new Date(tid)).roller;
  expect(at('2026-11-21T22:59:59.999Z')).toEqual(['saksbehandler']);
  expect(at('2026-11-21T23:00:00.000Z')).toEqual([]);
  expect(() => Tilgang.parse({ grupper: { vikarer: { til: '31.12.2026' } } })).toThrow();
});

test('a right from several groups lasts as long as the last of them', () => {
  const gruppe = (til?: string) => ({ roller: ['saksbehandler'], ...(til && { til }) });
  const egen = Tilgang.parse({
    grupper: { a: gruppe('2026-12-01'), b: gruppe('2027-01-31'), c: gruppe(), borte: gruppe('2026-01-01') },
  });
  const find = (...grupper: string[]) => findGruppeslutt({ grupper }, 'rolle:saksbehandler', egen, NAA);
  expect([find('a', 'b'), find('b', 'a', 'borte', 'ukjent'), find('a', 'c')]).toEqual([
    '2027-01-31',
    '2027-01-31',
    null,
  ]);
});

test('a group is told of from fourteen days before its last day, and no longer when that is over', () => {
  const med = (til: string | undefined) =>
    Tilgang.parse({ grupper: { a: til === undefined ? {} : { til } } });
  const tell = (til: string | undefined) => listSluttende(med(til), NAA).map((en) => en.til);
  expect(tell(undefined)).toEqual([]);
  expect(tell('2026-11-20')).toEqual([]);
  expect(tell('2026-11-21')).toEqual(['2026-11-21']);
  expect(tell('2026-12-05')).toEqual(['2026-12-05']);
  expect(tell('2026-12-06')).toEqual([]);
  const flere = Tilgang.parse({ grupper: { b: { til: '2026-12-01' }, c: { til: '2026-11-30' } } });
  expect(listSluttende(flere, NAA).map(({ gruppe }) => gruppe)).toEqual(['c', 'b']);
});
