/**
 * Only what the parts need is made of a document. Whatever is asked for, in every pakke, the answer is byte for byte the
 * one that the whole document gives.
 */
import { expect, test } from 'vitest';
import { createLevendeBefolkning } from '../hendelser/create-levende-befolkning.ts';
import { parseDeler } from '../kontrakt/deler.ts';
import { EGENSKAPER } from '../kontrakt/egenskaper.ts';
import { STANDARDINNSTILLINGER } from '../kontrakt/innstillinger.ts';
import { minimerDokument } from '../kontrakt/minimer-dokument.ts';
import { listPakker } from '../kontrakt/pakker.ts';
import { getSynlighet } from '../kontrakt/synlighet.ts';

const ALIAS = ['person-basis', 'identitetsgrunnlag-utvidet', 'relasjon-utvidet'];
const UTVALG = [[], ['historikk'], [...ALIAS, 'historikk'], ...[...ALIAS, ...EGENSKAPER].map((del) => [del])];

test('the answer is the same from what the parts need as from the whole document', async () => {
  const { befolkning } = await createLevendeBefolkning({
    froe: 3,
    antall: 20_000,
    klokke: { naa: () => Date.parse('2026-11-21T12:00:00Z') },
    perMinutt: 0,
    vedStart: 300,
  });
  const findDokument = (nummer: string) => {
    const person = befolkning.findPerson(nummer);
    return person === undefined ? undefined : befolkning.getDokument(person);
  };
  const alle = Array.from({ length: befolkning.antall }, (_, person) => person);
  // Moving to Norway is withheld for who is protected: there the protection decides alone.
  const vernede = alle.filter((person) => {
    const dokument = befolkning.getDokument(person, new Set(['adressebeskyttelse', 'innflytting']));
    return 'adressebeskyttelse' in dokument && 'innflytting' in dokument;
  });
  expect(vernede.length).toBeGreaterThan(3);
  const personer = [...alle.slice(0, 120), ...vernede];
  const hele = personer.map((person) => befolkning.getDokument(person));
  let sammenlignet = 0;
  for (const pakke of listPakker()) {
    const synlighet = getSynlighet(pakke, STANDARDINNSTILLINGER);
    for (const utvalg of UTVALG) {
      const deler = parseDeler(utvalg, synlighet);
      if (!deler) continue;
      const toTekst = (dokument: object) =>
        JSON.stringify(minimerDokument({ ...dokument }, { synlighet, deler, findDokument }));
      const svar = personer.map((person) => toTekst(befolkning.getDokument(person, deler.behov)));
      expect(svar, `${pakke} ${utvalg}`).toEqual(hele.map(toTekst));
      sammenlignet += 1;
    }
  }
  expect(sammenlignet).toBeGreaterThan(150);
});
