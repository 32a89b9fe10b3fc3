/** The form of a row is fixed: these vectors hold for as long as there are rows that were sealed with it. */
import { expect, test } from 'vitest';
import { parseRadform, type Radform, toBlad, toRadtekst } from './radform.ts';

const FULL: Radform = [
  '42',
  '2026-11-21T07:08:09.000012Z',
  '7301',
  '0192f0c1-0000-7000-8000-000000000001',
  '0192f0c1-0000-7000-8000-000000000002',
  '0192f0c1-0000-7000-8000-000000000003',
  'DISCLOSED',
  'OPPSLAG',
  'saksbehandler',
  '0192f0c1-0000-7000-8000-000000000004',
  'Enhet "Å"',
  'ff00',
  'saksbehandling',
  '2026/1',
  'offentlig-med-hjemmel',
  'funnet',
  '{"deler": ["person-basis"]}',
  '0102',
  null,
  ['00', 'ff'],
];
const EMPTY: Radform = [
  '1',
  '2026-11-21T07:08:09.000000Z',
  '1',
  'a',
  'b',
  'c',
  'LOGIN',
  'INNLOGGING',
  'x',
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  '{}',
  null,
  null,
  [],
];

const MERKET = parseRadform(FULL.with(18, '0f0e'));

test('golden vectors of form 1, of rows without a mark', () => {
  expect(toRadtekst(EMPTY)).toBe(
    '[1,"1","2026-11-21T07:08:09.000000Z","1","a","b","c","LOGIN","INNLOGGING","x",null,null,null,null,null,null,null,"{}",null,[]]',
  );
  expect(toBlad(EMPTY).toString('hex')).toBe(
    '4392561a88722f819484bf07f6751fdce082bb07117a14e663aeea78c6f3581a',
  );
  expect(toBlad(FULL).toString('hex')).toBe(
    '7d455ea3886cb97fc9b6a056183586b2f432e2b958db0f78b311798c0191eaaa',
  );
});

test('golden vectors of form 2', () => {
  expect(toRadtekst(parseRadform(EMPTY.with(18, '0f')))).toBe(
    '[2,"1","2026-11-21T07:08:09.000000Z","1","a","b","c","LOGIN","INNLOGGING","x",null,null,null,null,null,null,null,"{}",null,"0f",[]]',
  );
  expect(toBlad(MERKET).toString('hex')).toBe(
    '11f15133d681cc70ed4f5cb110b9bdff515984e9f641b78a67da414793321c61',
  );
});

test('a row of a dump from before there were marks is the same leaf', () => {
  expect(toBlad(parseRadform(FULL.toSpliced(18, 1)))).toEqual(toBlad(FULL));
});

test('a change of any column, and of whom the row concerns, is another leaf', () => {
  const seen = new Set([toBlad(MERKET).toString('hex'), toBlad(FULL).toString('hex')]);
  for (const at of MERKET.keys()) {
    const changed = at === 19 ? ['00'] : `${MERKET[at]}0`;
    seen.add(toBlad(parseRadform(MERKET.with(at, changed))).toString('hex'));
  }
  expect(seen.size).toBe(MERKET.length + 2);
  // Where one value ends and the next begins is in the form.
  const moved = parseRadform(FULL.with(7, 'OPPSLAGs').with(8, 'aksbehandler'));
  expect(toBlad(moved)).not.toEqual(toBlad(FULL));
  expect(toBlad(parseRadform(FULL.with(12, null)))).not.toEqual(toBlad(parseRadform(FULL.with(12, ''))));
});
