import { expect, it } from 'vitest';
import { hideFaa, hideSmaa, type Telling } from './hide-smaa.ts';

const enkel = (...antall: number[]): Telling[] =>
  antall.map((n, i) => ({ noekkel: `n${i}`, undergruppe: null, antall: n }));
const vis = (tellinger: Telling[]) => hideSmaa(tellinger).map(({ antall }) => antall);

it('tells five and more, and nothing of a handful', () => {
  expect(vis(enkel(5, 100, 7))).toEqual([5, 100, 7]);
  expect(vis(enkel(1, 3))).toEqual([]);
  expect(vis([])).toEqual([]);
});

it('hides the smallest of the others with what is small', () => {
  expect(vis(enkel(4, 100, 7))).toEqual([null, 100, null]);
  expect(vis(enkel(100, 1, 1, 50))).toEqual([100, null, null, null]);
  expect(vis(enkel(4, 100))).toEqual([null, null]);
});

it('in a table hides something on each side, so that the sums of the sides tell nothing', () => {
  const tabell: Telling[] = [
    { noekkel: '20', undergruppe: 'kvinne', antall: 3 },
    { noekkel: '20', undergruppe: 'mann', antall: 40 },
    { noekkel: '25', undergruppe: 'kvinne', antall: 30 },
    { noekkel: '25', undergruppe: 'mann', antall: 50 },
    { noekkel: '30', undergruppe: 'kvinne', antall: 60 },
  ];
  expect(hideSmaa(tabell).map(({ antall }) => antall)).toEqual([null, null, null, 50, 60]);
});

it('no hidden count can be found by taking what is shown from the sum', () => {
  let froe = 7;
  const tilfeldig = (maks: number) => {
    froe = (froe * 1103515245 + 12345) % 2147483648;
    return froe % maks;
  };
  for (let i = 0; i < 500; i += 1) {
    const tellinger = enkel(...Array.from({ length: 1 + tilfeldig(8) }, () => 1 + tilfeldig(12)));
    const vist = hideSmaa(tellinger);
    const skjulte = tellinger.filter((_, nr) => vist[nr]?.antall === null);
    expect(vist.every(({ antall }) => antall === null || antall >= 5)).toBe(true);
    if (vist.length === 0 || skjulte.length === 0) continue;
    // What is left after subtraction holds at least two groups, one of them large.
    expect(skjulte.length > 1 || tellinger.length === 1).toBe(true);
    expect(skjulte.some(({ antall }) => antall >= 5) || vist.every(({ antall }) => antall === null)).toBe(
      true,
    );
  }
});

it('tells one count by itself from five, and none', () => {
  expect([0, 1, 4, 5, 900].map(hideFaa)).toEqual([0, null, null, 5, 900]);
});
