/** People, hendelser and searches agree: whoever has changed is found as she is now, by any number she has. */
import { expect, test } from 'vitest';
import { getTekst } from '../befolkning/dokumentlesing.ts';
import { formatNummer } from '../befolkning/personnummer.ts';
import { createLevendeBefolkning } from './create-levende-befolkning.ts';
import { findGjeldende, getGjeldendeTekst } from './lesing.ts';
import { START } from './proeve/levende.ts';

const createLevende = () =>
  createLevendeBefolkning({
    froe: 5,
    antall: 3000,
    klokke: { naa: () => START },
    perMinutt: 0,
    vedStart: 400,
  });

test('a new name is found at once, the old one as history only', async () => {
  const { befolkning, hendelser } = await createLevende();
  let person = befolkning.scenariopersoner.length;
  const toNavn = () => {
    const navn = findGjeldende(befolkning.getDokument(person), 'navn') ?? {};
    return `${getTekst(navn, 'fornavn')} ${getTekst(navn, 'etternavn')}`;
  };
  let gammelt = toNavn();
  while ((await hendelser.bestill('navneendring', person)).length === 0) {
    person++;
    gammelt = toNavn();
  }
  const dato = getGjeldendeTekst(befolkning.getDokument(person), 'foedsel', 'foedselsdato');
  const felles = { foedselsdato: dato.replaceAll('-', ''), soekFonetisk: false, serKlientadresser: true };
  const find = (navn: string, historisk: boolean) => befolkning.findEntydig({ ...felles, navn, historisk });
  expect(toNavn()).not.toBe(gammelt);
  expect(find(toNavn(), false)).toEqual([person]);
  expect(find(gammelt, false)).toEqual([]);
  expect(find(gammelt, true)).toEqual([person]);
});

test('what lay in the feed at start is found too, and a dublett’s number leads to the one who goes on', async () => {
  const { befolkning, hendelser } = await createLevende();
  expect(hendelser.antall()).toBeGreaterThanOrEqual(400);
  let numre: number[] = [];
  let person = befolkning.scenariopersoner.length - 1;
  while (numre.length === 0) numre = await hendelser.bestill('dublett', ++person);
  const [opphoert, videre] = hendelser.logg.list(numre[0] ?? 0, 2);
  expect(opphoert?.person).toBe(person);
  expect(befolkning.findPerson(opphoert?.folkeregisteridentifikator ?? '')).toBe(videre?.person);
  const medNummer = {
    identifikasjonsnummer: formatNummer(Number(opphoert?.folkeregisteridentifikator)),
    soekFonetisk: false,
    serKlientadresser: true,
    historisk: false,
  };
  expect(befolkning.findEntydig(medNummer)).toEqual([videre?.person]);
});
