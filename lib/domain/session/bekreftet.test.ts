/** S-05: which claims of the identity provider are a proof of who the user is, and of when. */
import { expect, test } from 'vitest';
import { findBekreftet } from './bekreftet.ts';

const NAA = new Date('2026-11-21T10:00:00Z');
const SEKUND = NAA.getTime() / 1000;
const show = (auth_time: number, acr?: string, krevd: string[] = []) =>
  findBekreftet({ auth_time, acr }, krevd, NAA)?.toISOString() ?? null;

test('S-05: the time of the proof is the provider’s, also when it is hours ago', () => {
  expect(show(SEKUND - 3 * 3600)).toBe('2026-11-21T07:00:00.000Z');
});

test('S-05: a clock a minute ahead gives no time extra, and one further ahead no proof', () => {
  expect(show(SEKUND + 60)).toBe(NAA.toISOString());
  expect(show(SEKUND + 61)).toBeNull();
});

for (const verdi of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
  test(`S-05: ${verdi} is no time`, () => {
    expect(show(verdi)).toBeNull();
  });

test('S-05: with a level asked for, no other level and no level is a proof', () => {
  expect(show(SEKUND, 'hoey', ['hoey', 'hoeyest'])).toBe(NAA.toISOString());
  for (const acr of ['lav', 'HOEY', 'hoey ', '', undefined]) expect(show(SEKUND, acr, ['hoey'])).toBeNull();
});
