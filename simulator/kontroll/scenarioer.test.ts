/** The scenario table is usable as it stands: every name once, every fault one that the register has. */
import { expect, test } from 'vitest';
import { FEIL } from '../register/feilliste.ts';
import { parseFeilvalg } from '../register/parse-feilvalg.ts';
import { findScenario, SCENARIOER } from './scenarioer.ts';

test('names are unique and can stand in a URL and a command line', () => {
  const navn = SCENARIOER.map((scenario) => scenario.navn);
  expect(new Set(navn).size).toBe(navn.length);
  for (const ett of navn) expect(ett).toMatch(/^[a-z0-9-]+$/);
});

test('every fault of every scenario is accepted by the register as it is written', () => {
  for (const { navn, feil } of SCENARIOER) {
    for (const valg of feil) expect(parseFeilvalg({ ...valg }), navn).toEqual(valg);
  }
});

test('normal is without faults and is the only such scenario', () => {
  expect(SCENARIOER.filter(({ feil }) => feil.length === 0).map(({ navn }) => navn)).toEqual(['normal']);
});

test('a name that is both a scenario and a fault means the same', () => {
  for (const feil of Object.keys(FEIL)) {
    const scenario = findScenario(feil);
    if (scenario) expect(scenario.feil.map((valg) => valg.feil)).toEqual([feil]);
  }
  expect(findScenario('finnes-ikke')).toBeUndefined();
});
