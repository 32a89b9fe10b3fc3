/** When a plan is due again: always later than now, and a month keeps its day where it has it. */
import { expect, test } from 'vitest';
import { findNesteKjoering, type Intervall } from './uttrekksmal.ts';

const neste = (fra: string, intervall: Intervall, naa: string) =>
  findNesteKjoering(new Date(`${fra}T03:00:00Z`), intervall, new Date(`${naa}T12:00:00Z`)).toISOString();

test.each<[Intervall, string, string, string]>([
  ['dag', '2026-11-21', '2026-11-21', '2026-11-22'],
  ['dag', '2026-11-21', '2026-12-05', '2026-12-06'],
  ['uke', '2026-11-21', '2026-11-21', '2026-11-28'],
  ['uke', '2026-12-28', '2026-12-28', '2027-01-04'],
  ['maaned', '2026-11-21', '2026-11-21', '2026-12-21'],
  ['maaned', '2027-01-31', '2027-01-31', '2027-02-28'],
  ['maaned', '2028-01-31', '2028-01-31', '2028-02-29'],
  ['maaned', '2027-01-31', '2027-03-01', '2027-03-31'],
])('%s from %s at %s is %s', (intervall, fra, naa, ventet) => {
  expect(neste(fra, intervall, naa)).toBe(`${ventet}T03:00:00.000Z`);
});
