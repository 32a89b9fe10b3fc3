/** Municipalities: complete, each with post codes of its own, numbers of their time, drawn by size. */
import { getPostalCodeInfo } from 'norwegian-postalcodes-mapper';
import { expect, test } from 'vitest';
import { parseDag } from './dato.ts';
import { getKommune, KOMMUNER, toKommunenummer, toKommuneplass } from './kommuner.ts';
import { hash } from './tilfeldig.ts';

test('there are 357 municipalities with different numbers, and no post code belongs to two', () => {
  expect(new Set(KOMMUNER.map(({ nummer }) => nummer)).size).toBe(357);
  const postnumre = KOMMUNER.flatMap(({ poststeder }) => poststeder.map(({ postnummer }) => postnummer));
  expect(new Set(postnumre).size).toBe(postnumre.length);
  expect(getPostalCodeInfo(postnumre[0] ?? '')).toBeDefined();
});

test('a municipality that was renumbered has the number of the time', () => {
  const baerum = KOMMUNER.find(({ navn }) => navn === 'Bærum') ?? getKommune(0);
  expect(toKommunenummer(baerum, parseDag('2024-01-01'))).toBe('3201');
  expect(toKommunenummer(baerum, parseDag('2023-12-31'))).toBe('3024');
  expect(toKommunenummer(baerum, parseDag('1979-01-01'))).toBe('0219');
});

test('municipalities are drawn by size', () => {
  let oslo = 0;
  for (let i = 0; i < 20_000; i++) if (getKommune(toKommuneplass(hash(1, i))).nummer === '0301') oslo++;
  expect(oslo / 20_000).toBeGreaterThan(0.1);
  expect(oslo / 20_000).toBeLessThan(0.16);
});

test('a place outside the table is refused', () => {
  expect(() => getKommune(357)).toThrow(RangeError);
});
