/** README.md promises names and numbers that people copy; each is held against the code it describes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createBefolkning } from './befolkning/create-befolkning.ts';
import { BESTILLBARE } from './hendelser/bestilling.ts';
import { DEMOBRUKERE } from './identitet/demobrukere.ts';
import { ID_TOKEN_FEIL } from './identitet/id-token-feil.ts';
import { VARIABLER } from './innstillinger.ts';
import { listPakker } from './kontrakt/pakker.ts';
import { SCENARIOER } from './kontroll/scenarioer.ts';
import { NAVNGITTE, TILSTANDER } from './krr/tilstander.ts';
import { KLIENTER } from './maskinporten/klienter.ts';
import { TESTVIRKSOMHETER } from './pki/testvirksomheter.ts';
import { FEIL } from './register/feilliste.ts';
import { FEILVALG } from './register/parse-feilvalg.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The rows of the table whose first heading is `foerste`, as cells without code marks. */
function listRader(foerste: string): string[][] {
  const linjer = readme.split('\n');
  const start = linjer.findIndex((linje) => linje.startsWith(`| ${foerste} |`)) + 2;
  const slutt = linjer.findIndex((linje, i) => i >= start && !linje.startsWith('|'));
  return linjer.slice(start, slutt).map((linje) => {
    const celler = linje.slice(1, -1).split('|');
    return celler.map((celle) => celle.trim().replaceAll('`', ''));
  });
}

test('every setting is listed, in the order of --help', () => {
  expect(listRader('variable').map(([navn]) => navn)).toEqual(VARIABLER.map(([navn]) => navn));
});

test('every act that can be ordered is listed', () => {
  expect(listRader('handling').map(([navn]) => navn)).toEqual(BESTILLBARE);
});

test('every organisation is listed with its number, field and packages', () => {
  const alle = listPakker().length;
  const ventet = TESTVIRKSOMHETER.map(({ fil, orgnr, nummerfelt, registrert, pakker }) => {
    const ingen = registrert ? 'none (403)' : 'none';
    const tekst = pakker.length === alle ? 'all nine' : pakker.join(', ') || ingen;
    return [fil, orgnr, nummerfelt, registrert ? 'yes' : 'no (401)', tekst];
  });
  expect(listRader('name')).toEqual(ventet);
});

test('both clients of every organisation are listed with their ids', () => {
  const ventet = TESTVIRKSOMHETER.map(({ fil }) => [
    fil,
    ...KLIENTER.filter(({ navn }) => navn === fil).map(({ clientId }) => clientId),
  ]);
  expect(listRader('organisation')).toEqual(ventet);
});

test('every state of KRR is listed with the named persons that are in it', () => {
  const ventet = Object.entries(TILSTANDER).map(([tilstand, { beskrivelse }]) => {
    const personer = NAVNGITTE.filter((navngitt) => navngitt.tilstand === tilstand);
    const tekst = personer
      .map(({ person, spraak }) => (spraak ? `${person} (${spraak})` : person))
      .join(', ');
    return [tilstand, tekst, beskrivelse.replaceAll('`', '')];
  });
  expect(listRader('state')).toEqual(ventet);
});

test('every demo user is listed with exactly the groups of the claim', () => {
  const ventet = DEMOBRUKERE.map(({ brukernavn, grupper }) => [brukernavn, grupper.join(', ') || 'none']);
  expect(listRader('user name')).toEqual(ventet);
});

test('every scenario is listed with its sentence', () => {
  expect(listRader('scenario')).toEqual(SCENARIOER.map(({ navn, beskrivelse }) => [navn, beskrivelse]));
});

test('every fault is listed with its sentence and the number it takes when none is given', () => {
  const ventet = Object.entries(FEIL).map(([navn, { hva, verdi, enhet }]) => [
    navn,
    hva,
    verdi === undefined ? '' : `${verdi} ${enhet}`,
  ]);
  expect(listRader('fault')).toEqual(ventet);
});

test('every limit is named', () => {
  expect(listRader('limit').map(([navn]) => navn)).toEqual(FEILVALG.filter((navn) => navn !== 'feil'));
});

test('every row of the fault matrix is either a scenario or fault that exists, or not for the register', () => {
  const rader = listRader('row').flatMap(([rad = '', , her = '']) => {
    const [fra = 0, til = fra] = rad.split('-').map(Number);
    return Array.from({ length: til - fra + 1 }, (_, i) => ({ rad: fra + i, her }));
  });
  expect(rader.map(({ rad }) => rad)).toEqual(Array.from({ length: 48 }, (_, i) => i + 1));
  const kjente = new Set([...SCENARIOER.map(({ navn }) => navn), ...Object.keys(FEIL)]);
  for (const { rad, her } of rader) {
    const [foerste = ''] = her.split(/[,;]/);
    const finnes = kjente.has(foerste) || VARIABLER.some(([navn]) => navn === foerste);
    expect(finnes || her.startsWith('not upstream: '), `${rad}: ${her}`).toBe(true);
  }
});

test('every fault of the id_token is named', () => {
  const avsnitt = readme.slice(readme.indexOf("The id_token's faults are"));
  expect(
    [...avsnitt.slice(0, avsnitt.indexOf('\n\n')).matchAll(/`([a-z0-9-]+)`/g)].map(([, navn]) => navn),
  ).toEqual([...ID_TOKEN_FEIL]);
});

test('every named person is listed with their number and what is special, whatever the population', () => {
  const listet = listRader('person').sort();
  for (const valg of [
    { froe: 1, antall: 1_000 },
    { froe: 2, antall: 3_000 },
  ]) {
    const { scenariopersoner } = createBefolkning({ ...valg, naa: new Date('2026-11-21T12:00:00Z') });
    const rader = scenariopersoner.map(({ navn, nummer, beskrivelse }) => [navn, nummer, beskrivelse]);
    expect(listet).toEqual(rader.sort());
  }
});
