/** What is written after `npm run scenario` becomes the order it looks like, or a sentence that helps. */
import { expect, test } from 'vitest';
import { FEIL } from '../register/feilliste.ts';
import { parseBestilling, showBestillinger } from './parse-bestilling.ts';
import { SCENARIOER } from './scenarioer.ts';

test('a scenario is put, with the limits as they are written', () => {
  expect(parseBestilling(['nede', 'tjeneste=soek', 'andel=0.2', 'nummer=01234567890'])).toMatchObject({
    metode: 'PUT',
    sti: '/scenario/nede',
    kropp: { tjeneste: 'soek', andel: 0.2, nummer: '01234567890' },
  });
});

test('a fault is added to those that are there; dashes before a limit do no harm', () => {
  expect(parseBestilling(['status-503', '--antall=3'])).toEqual({
    metode: 'POST',
    sti: '/feil',
    kropp: { feil: 'status-503', antall: 3 },
    beskrivelse: FEIL['status-503'].hva,
  });
});

test.each([
  [['ned'], /^Ukjent scenario «ned». Mente du .*nede/],
  [['zzzzzzzzzzzzzzzz'], /^Ukjent scenario «z+». Kjente: normal, /],
  [['nede', 'andel'], /^Forsto ikke «andel». Skriv navn=verdi, der navn er tjeneste, /],
  [['nede', 'farge=1'], /^Forsto ikke «farge=1»/],
  [['nede', 'feil=henger'], /^Forsto ikke «feil=henger»/],
])('%j is refused with a sentence', (argumenter, setning) => {
  expect(() => parseBestilling(argumenter)).toThrow(setning);
});

test('the list has every scenario and every fault on a line of its own', () => {
  const linjer = showBestillinger().split('\n');
  for (const { navn, beskrivelse } of SCENARIOER)
    expect(linjer.some((linje) => linje.startsWith(`  ${navn} `) && linje.endsWith(beskrivelse))).toBe(true);
  for (const [navn, { hva }] of Object.entries(FEIL))
    expect(linjer.some((linje) => linje.startsWith(`  ${navn} `) && linje.includes(hva))).toBe(true);
});
