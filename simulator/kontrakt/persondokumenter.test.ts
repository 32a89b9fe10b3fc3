/**
 * The documents of a whole population: each fits the model, the OpenAPI description where it lies beside the project,
 * and, as each pakke gets it with all it may ask for, tells that pakke nothing that it should not know.
 */
import { expect, test } from 'vitest';
import { createBefolkning } from '../befolkning/create-befolkning.ts';
import { parseDeler } from './deler.ts';
import { STANDARDINNSTILLINGER } from './innstillinger.ts';
import { minimerDokument } from './minimer-dokument.ts';
import { listPakker, type PakkeId } from './pakker.ts';
import { HAR_OPENAPI, readOpenapi, UTEN_OPENAPI } from './proeve/openapi.ts';
import { findPakkebrudd } from './proeve/pakkeregler.ts';
import { PERSONSKJEMA } from './proeve/personskjema.ts';
import { createSkjemaproeve } from './proeve/skjemaproeve.ts';
import { getSynlighet } from './synlighet.ts';

const befolkning = createBefolkning({ froe: 1, antall: 1_000, naa: new Date('2026-11-21') });
/** The one who has values and fields that no contract knows. */
const UKJENTE = befolkning.scenariopersoner.find(({ navn }) => navn === 'ukjente-verdier')?.nummer ?? '';
const PERSONER = Array.from({ length: befolkning.antall }, (_, person) => person).filter(
  (person) => person !== befolkning.findPerson(UKJENTE),
);
const skjemaer = createSkjemaproeve({});

/** The first fault of each kind, with the person it was seen at. */
function collectFeil(findFeil: (person: number) => string[]): string[] {
  const sett = new Map<string, number>();
  for (const person of PERSONER)
    for (const feil of findFeil(person)) {
      const slag = feil.replace(/\d+/g, 'n');
      if (!sett.has(slag)) sett.set(slag, person);
    }
  return [...sett].map(([feil, person]) => `person ${person}: ${feil}`);
}

/** The document as the pakke gets it with every part that it may name, and historikk. */
function getAlt(pakke: PakkeId, person: number, historikk: boolean) {
  const synlighet = getSynlighet(pakke, STANDARDINNSTILLINGER);
  const deler = parseDeler([...synlighet.egenskaper, ...(historikk ? ['historikk'] : [])], synlighet);
  if (!deler) throw new Error(`${pakke} kan ikke be om det den har`);
  return minimerDokument(befolkning.getDokument(person), {
    synlighet,
    deler,
    findDokument: (nummer) => {
      const annen = befolkning.findPerson(nummer);
      return annen === undefined ? undefined : befolkning.getDokument(annen);
    },
  });
}

test('every document fits the model: no field but the known ones, every required one, codes and formats', () => {
  expect(collectFeil((person) => skjemaer.findFeil(PERSONSKJEMA, befolkning.getDokument(person)))).toEqual(
    [],
  );
});

test('every document fits the OpenAPI description', ({ skip }) => {
  skip(!HAR_OPENAPI, UTEN_OPENAPI);
  const openapi = readOpenapi();
  const mal = 'personer/{personidentifikator}';
  const findFeil = (person: number) => openapi.findSvarfeil('GET', mal, 200, befolkning.getDokument(person));
  expect(collectFeil(findFeil)).toEqual([]);
});

test.each(listPakker())('%s is told what it may know of everybody, and nothing else', (pakke) => {
  for (const historikk of [false, true]) {
    const feil = collectFeil((person) => {
      const dokument = getAlt(pakke, person, historikk);
      return [
        ...findPakkebrudd(pakke, dokument, { historikk, nummer: true }),
        ...skjemaer.findFeil(PERSONSKJEMA, dokument),
      ];
    });
    expect(feil).toEqual([]);
  }
});
