/** The scenario table is usable as it stands: every name once, every fault one that the register has. */
import { expect, test } from 'vitest';
import { FEIL } from '../register/feilliste.ts';
import { parseFeilvalg } from '../register/parse-feilvalg.ts';
import { findScenario, SCENARIOER, showScenarioer } from './scenarioer.ts';

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

test('every kind of fault but the plain 4xx of wrong requests can be reached by a scenario', () => {
  const brukt = new Set(SCENARIOER.flatMap(({ feil }) => feil.map((valg) => valg.feil)));
  const ubrukt = Object.keys(FEIL).filter((feil) => ![...brukt].some((ett) => ett === feil));
  expect(ubrukt.sort()).toEqual(['status-400', 'status-406', 'status-429']);
});

test('the list names each scenario with its sentence on its own line', () => {
  const linjer = showScenarioer().split('\n');
  expect(linjer).toHaveLength(SCENARIOER.length);
  expect(linjer[0]).toMatch(/^ {2}normal +Registeret svarer riktig og raskt\.$/);
  expect(findScenario('finnes-ikke')).toBeUndefined();
});
