/** Sequence numbers rise with gaps and lead back to their place. */
import { expect, test } from 'vitest';
import { findIndeksFra, toSekvensnummer } from './sekvensnummer.ts';

test('every number leads back to its place, and one in a gap to the place after it', () => {
  let forrige = 0;
  let hull = 0;
  for (let indeks = 0; indeks < 20_000; indeks++) {
    const nummer = toSekvensnummer(indeks);
    for (let soekt = forrige + 1; soekt <= nummer; soekt++) {
      if (findIndeksFra(soekt) !== indeks) expect.fail(`${soekt} leads to ${findIndeksFra(soekt)}`);
    }
    hull += nummer - forrige - 1;
    forrige = nummer;
  }
  expect(hull).toBeGreaterThan(1000);
  expect(findIndeksFra(toSekvensnummer(39_999_999))).toBe(39_999_999);
});

test('numbers before the first lead to the first', () => {
  expect([findIndeksFra(0), findIndeksFra(-5), toSekvensnummer(0)]).toEqual([0, 0, 1]);
});
