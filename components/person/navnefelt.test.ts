/** Holds that a name is one value, and that two names never become one. */
import { expect, test } from 'vitest';
import { joinAndresNavn, joinEgetNavn } from '#components/person/navnefelt.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

const felt = (navn: string, tekst: string): Felt => ({ felt: navn, verdi: { slag: 'tekst', tekst } });

test("somebody else's name is one value under the name's path; the person's own stays in parts", () => {
  const eget = [felt('fornavn', 'SMIDIG'), felt('etternavn', 'KOPP')];
  const verge = [
    felt('verge.navn.fornavn', 'RASK'),
    felt('verge.navn.mellomnavn', 'OG'),
    felt('verge.navn.etternavn', 'RO'),
  ];
  expect(joinAndresNavn([...eget, ...verge])).toEqual([...eget, felt('verge.navn', 'RASK OG RO')]);
});

test('two names that stand together, and two of one kind, stay two', () => {
  const felter = [
    felt('person.navn.fornavn', 'RASK'),
    felt('advokat.navn.fornavn', 'TREG'),
    felt('advokat.navn.etternavn', 'HEST'),
    felt('advokat.sted', 'OSLO'),
    felt('advokat.navn.fornavn', 'GRÅ'),
    felt('advokat.navn.etternavn', 'MUS'),
    felt('advokat.navn.fornavn', 'RØD'),
  ];
  expect(joinAndresNavn(felter)).toEqual([
    felt('person.navn', 'RASK'),
    felt('advokat.navn', 'TREG HEST'),
    felt('advokat.sted', 'OSLO'),
    felt('advokat.navn', 'GRÅ MUS'),
    felt('advokat.navn', 'RØD'),
  ]);
});

test('on a line the own name is one value, and what stands between its parts is kept', () => {
  expect(joinEgetNavn([felt('fornavn', 'SMIDIG'), felt('sted', 'OSLO'), felt('etternavn', 'KOPP')])).toEqual([
    felt('fornavn', 'SMIDIG KOPP'),
    felt('sted', 'OSLO'),
  ]);
});
