/** The book of calls counts all and shows the last thousand in order. */
import { expect, test } from 'vitest';
import { createKallbok, type Kall } from './kall-statistikk.ts';

const createKall = (ms: number): Kall => ({
  mal: 'personer/xsd',
  metode: 'GET',
  status: 200,
  ms,
  org: '310445002',
  pakke: 'finans',
  tid: '2026-01-01T00:00:00.000Z',
  deler: [],
});

test('the last thousand calls are kept, oldest first, and all are counted', () => {
  const bok = createKallbok();
  for (let i = 0; i < 2_500; i += 1) bok.add(createKall(i));
  const { totalt, teller, siste } = bok.get();
  expect(totalt).toBe(2_500);
  expect(teller).toEqual([{ mal: 'personer/xsd', metode: 'GET', status: 200, antall: 2_500 }]);
  expect(siste.map(({ ms }) => ms)).toEqual(Array.from({ length: 1_000 }, (_, i) => 1_500 + i));
});

test('a reset book is empty and starts again', () => {
  const bok = createKallbok();
  bok.add(createKall(1));
  bok.reset();
  expect(bok.get()).toEqual({ totalt: 0, teller: [], siste: [] });
  bok.add(createKall(2));
  expect(bok.get().siste.map(({ ms }) => ms)).toEqual([2]);
});
