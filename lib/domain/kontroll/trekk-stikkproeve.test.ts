/** D-07: the draw is large enough, leaves nobody out, and can be made again from its seed by anybody. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Trekkbar, trekkStikkproeve } from './trekk-stikkproeve.ts';

const VALG = { minst: 50, andel: 0.005 };
const hash = (tekst: string) => createHash('sha256').update(tekst).digest('hex');
const createUke = (antall: number, brukere: number): Trekkbar[] =>
  Array.from({ length: antall }, (_, n) => ({
    handlingId: `h${n}`,
    bruker: `b${n % brukere}`,
    handling: n % 7 === 0 ? 'BULK' : 'OPPSLAG',
  }));
const trekk = (uke: Trekkbar[], froe = 'ab') => trekkStikkproeve(uke, VALG, froe, hash);

test.each([
  [0, 0],
  [12, 12],
  [50, 50],
  [51, 50],
  [10_000, 50],
  [10_001, 51],
  [40_000, 200],
])('of %i acts %i are drawn', (antall, trukket) => {
  const ider = trekk(createUke(antall, 9));
  expect(ider).toHaveLength(trukket);
  expect(new Set(ider).size).toBe(trukket);
});

test('everybody has something drawn where there is room, also the one who did little', () => {
  const uke = [...createUke(9_000, 10), { handlingId: 'sjelden', bruker: 'sjelden', handling: 'AVDEKKING' }];
  const trukket = new Set(trekk(uke));
  expect(trukket.has('sjelden')).toBe(true);
  for (const bruker of new Set(uke.map((en) => en.bruker)))
    expect(uke.some((en) => en.bruker === bruker && trukket.has(en.handlingId))).toBe(true);
});

test('the same seed and week give the same draw in any order; another seed gives another', () => {
  const uke = createUke(3_000, 20);
  expect(trekk(uke.toReversed())).toEqual(trekk(uke));
  expect(trekk(uke, 'cd')).not.toEqual(trekk(uke));
});

test('where there are more people than places, the seed decides and nobody is always left out', () => {
  const uke = createUke(600, 300);
  const trukket = Array.from({ length: 60 }, (_, n) => trekk(uke, `f${n}`));
  for (const ider of trukket) expect(ider).toHaveLength(50);
  const brukere = new Set(trukket.flat().map((id) => `b${Number(id.slice(1)) % 300}`));
  expect(brukere.size).toBe(300);
});

test('an act of many calls counts once', () => {
  const uke = [...createUke(100, 5), ...createUke(100, 5)];
  expect(trekk(uke)).toEqual(trekk(createUke(100, 5)));
});
