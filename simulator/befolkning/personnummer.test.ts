/** Numbers: check digits against the register's published vectors, and what the makers promise. */
import { expect, test } from 'vitest';
import { parseDag } from './dato.ts';
import { createNummertildeling } from './nummertildeling.ts';
import { formatNummer, hasGyldigeKontrollsiffer } from './personnummer.ts';

test.each([
  ['03851598730', true, true],
  ['41819077302', true, true],
  ['30908299902', false, true],
  ['41819077906', false, true],
  ['03851598731', false, false],
])('%s: valid today %s, valid by the rule of 2032 %s', (nummer, idag, fra2032) => {
  expect(hasGyldigeKontrollsiffer(nummer)).toBe(idag);
  expect(hasGyldigeKontrollsiffer(nummer, true)).toBe(fra2032);
});

test('a day hands out every number once, women even and men odd, and then goes on to the next day', () => {
  const createNummer = createNummertildeling(new Set());
  const dag = parseDag('1990-02-03');
  const numre = Array.from({ length: 700 }, (_, i) =>
    createNummer(dag, 'foedselsnummer', i % 2 === 0 ? 'kvinne' : 'mann'),
  );
  expect(new Set(numre.map(({ nummer }) => nummer)).size).toBe(700);
  expect(numre.some(({ foedselsdag }) => foedselsdag > dag)).toBe(true);
  for (const [i, { nummer }] of numre.entries()) {
    expect(hasGyldigeKontrollsiffer(formatNummer(nummer))).toBe(true);
    expect(Number(formatNummer(nummer)[8]) % 2).toBe(i % 2);
  }
});

test('a number that is taken already is not given again', () => {
  const dag = parseDag('1990-02-03');
  const foerste = createNummertildeling(new Set())(dag, 'dNummer', 'mann').nummer;
  expect(createNummertildeling(new Set([foerste]))(dag, 'dNummer', 'mann').nummer).not.toBe(foerste);
});
