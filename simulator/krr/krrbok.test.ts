/** Who is in KRR follows from seed, number and register, and the states are as common as their shares say. */
import { expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { getTekst, listElementer } from '../befolkning/dokumentlesing.ts';
import { createKrrbok } from './krrbok.ts';
import { TILSTANDER } from './tilstander.ts';

const NAA = Date.parse('2026-11-21T12:00:00Z');
const ANTALL = 4_000;
const befolkning = createBefolkning({ froe: 1, antall: ANTALL, naa: new Date(NAA) });

/** Everybody but the named ones, with what the register says. */
const personer = Array.from({ length: ANTALL - 50 }, (_, i) => {
  const dokument = befolkning.getDokument(i + 50);
  const find = (egenskap: string, felt: string) => {
    const gjeldende = listElementer(dokument, egenskap).find(({ erGjeldende }) => erGjeldende === true);
    return gjeldende ? getTekst(gjeldende, felt) : '';
  };
  return {
    nummer: find('identifikasjonsnummer', 'foedselsEllerDNummer'),
    alder: 2026 - Number(find('foedsel', 'foedselsaar')),
    status: find('status', 'status'),
  };
});
const listGrunnlag = (froe: number) => {
  const bok = createKrrbok(befolkning, froe, () => NAA);
  return personer.map((person) => ({ ...person, ...bok.getGrunnlag(person.nummer) }));
};
const alle = listGrunnlag(1);
const isRegistrert = ({ tilstand }: (typeof alle)[number]) => TILSTANDER[tilstand].status === 'AKTIV';

test('the same seed gives the same, another seed something else', () => {
  expect(listGrunnlag(1)).toEqual(alle);
  expect(listGrunnlag(2)).not.toEqual(alle);
});

test('children under 13 are not registered, and the dead are deleted or never were there', () => {
  const barn = alle.filter(({ alder }) => alder < 13);
  const doede = alle.filter(({ status, alder }) => status === 'doed' && alder >= 13);
  expect(barn.length).toBeGreaterThan(100);
  expect(new Set(barn.map(({ tilstand }) => tilstand))).toEqual(new Set(['ikke-registrert']));
  expect(doede.length).toBeGreaterThan(20);
  expect(new Set(doede.map(({ tilstand }) => tilstand))).toEqual(new Set(['slettet', 'ikke-registrert']));
});

test('every state is there, about as often as its share says, and the shares are a thousand', () => {
  const levende = alle.filter(({ status, alder }) => status !== 'doed' && alder >= 13);
  let sum = 0;
  for (const [navn, { andel }] of Object.entries(TILSTANDER)) {
    const antall = levende.filter(({ tilstand }) => tilstand === navn).length;
    const ventet = (levende.length * andel) / 1_000;
    expect(antall, navn).toBeGreaterThan(0);
    expect(Math.abs(antall - ventet), `${navn} ${antall} ${ventet}`).toBeLessThan(5 * Math.sqrt(ventet));
    sum += andel;
  }
  expect(sum).toBe(1_000);
});

test('a few have chosen a language, and only those who are registered', () => {
  const medSpraak = alle.filter(({ spraak }) => spraak !== undefined);
  expect(medSpraak.every(isRegistrert)).toBe(true);
  expect(medSpraak.length).toBeGreaterThan(5);
  expect(medSpraak.length).toBeLessThan(100);
});
