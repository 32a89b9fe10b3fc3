/** Where people live is known without their documents, and the lists of a municipality are in order. */
import { beforeEach, expect, test } from 'vitest';
import { createGrunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { createKommuneindeks, INGEN_KOMMUNE, type Kommuneindeks } from './kommuneindeks.ts';
import { findKommunenummer } from './lesing.ts';

const grunn = createGrunnbefolkning({ froe: 3, antall: 12_000, naa: new Date('2026-06-01') });
let indeks: Kommuneindeks;
beforeEach(() => {
  indeks = createKommuneindeks(grunn);
});

test('everybody’s municipality is the one in her document', () => {
  for (let person = 0; person < grunn.skjelett.antall; person++) {
    const nummer = findKommunenummer(grunn.createDokument(person)) ?? INGEN_KOMMUNE;
    if (indeks.getKommune(person) !== Number(nummer))
      expect.fail(`${person}: ${indeks.getKommune(person)} is not ${nummer}`);
  }
});

test('a move stands in the lists of both municipalities, other entries in one, and pages follow each other', () => {
  const person = 500;
  const hjemme = indeks.getKommune(person);
  for (let i = 0; i < 200; i++) indeks.add(i, person, hjemme);
  indeks.add(200, person, 4321);
  indeks.add(201, person, 4321);
  indeks.add(202, person, INGEN_KOMMUNE);
  expect(indeks.list(4321, 0, 10)).toEqual([200, 201, 202]);
  expect(indeks.list(hjemme, 198, 10)).toEqual([198, 199, 200]);
  expect(indeks.list(hjemme, 10, 3)).toEqual([10, 11, 12]);
  expect(indeks.list(INGEN_KOMMUNE, 0, 10)).toEqual([]);
  expect(indeks.list(9999, 0, 10)).toEqual([]);
  expect(indeks.getKommune(person)).toBe(INGEN_KOMMUNE);
});
