/** What the skeleton says for searching is what the documents say, and reading a document again adds nothing. */
import { beforeAll, expect, test } from 'vitest';
import { createGrunnbefolkning, type Grunnbefolkning } from '../grunnbefolkning.ts';
import { DOKUMENT, type Kolonner } from './kolonner.ts';
import { createSoekeregister, type Soekeregister } from './soekeregister.ts';

const ANTALL = 15_000;
let grunn: Grunnbefolkning;
let register: Soekeregister;
beforeAll(() => {
  grunn = createGrunnbefolkning({ froe: 2, antall: ANTALL, naa: new Date('2026-11-21T12:00:00Z') });
  register = createSoekeregister(grunn);
});

const toRad = (k: Kolonner, person: number) => [
  (k.merker[person] ?? 0) & ~DOKUMENT,
  k.foedselsdag[person],
  k.doedsaar[person],
  k.sivilstand[person],
  k.land[person],
  k.annetLand[person],
  k.sted[person],
  k.hus[person],
];

function countRader({ gjeldende, tidligere, steder }: Soekeregister): number {
  let rader = 0;
  for (let sted = 0; sted < steder.antall(); sted++) rader += gjeldende.count(sted) + tidligere.count(sted);
  return rader;
}

test('the columns and the rows from the skeleton are those from the documents', () => {
  const rader = countRader(register);
  const steder = register.steder.antall();
  for (let person = 0; person < ANTALL; person++) {
    const foer = toRad(register.kolonner, person);
    register.oppdater(person, grunn.createDokument(person));
    expect(toRad(register.kolonner, person), `person ${person}`).toEqual(foer);
  }
  expect(rader).toBeGreaterThan(4 * ANTALL);
  expect(countRader(register)).toBe(rader);
  expect(register.steder.antall()).toBe(steder);
});

test('a person takes some sixteen bytes in columns and seven in each row of the indexes', () => {
  const { kolonner } = createSoekeregister(grunn);
  const bytes = Object.values(kolonner).reduce((sum, kolonne) => sum + kolonne.byteLength, 0);
  expect(bytes / ANTALL).toBeLessThanOrEqual(16);
  expect(countRader(register) / ANTALL).toBeLessThan(8);
});
