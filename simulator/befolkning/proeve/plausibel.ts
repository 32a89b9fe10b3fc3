/**
 * What a plausible population is, as tests of any size: rough shares of the country, each with the room that a
 * simulated one may have. The shares are ours, rounded; only their proportions matter.
 */
import { expect } from 'vitest';
import type { Persondokument } from '../befolkning.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { hash } from '../tilfeldig.ts';
import { createStatistikk, listEkteKommuneandeler } from './statistikk.ts';

/** Ages by ten years among the bosatte. */
const TIAAR = [0.1, 0.115, 0.13, 0.14, 0.13, 0.135, 0.11, 0.09, 0.045, 0.008];
const TIAAR_ROM = 0.04;

export function proevPlausibel(grunn: Grunnbefolkning): void {
  const s = createStatistikk(grunn);
  for (const [tiaar, andel] of TIAAR.entries())
    expect(Math.abs(s.getTiaar(tiaar) - andel), `${tiaar}0 år`).toBeLessThan(TIAAR_ROM);
  expect(s.getTiaar(8)).toBeGreaterThan(0.01);
  expectMellom(s.kvinner, 0.485, 0.51);

  expectMellom(s.husholdningssnitt, 1.8, 2.4);
  expectMellom(s.getHusholdning(1), 0.35, 0.5);
  expectMellom(s.getHusholdning(2), 0.22, 0.35);
  expectMellom(s.getHusholdning(4), 0.07, 0.16);
  for (let personer = 8; personer < 12; personer++) expect(s.getHusholdning(personer)).toBeLessThan(0.01);

  expect(s.getSivilstand('barn', 'ugift')).toBe(1);
  expectMellom(s.getSivilstand('unge', 'gift'), 0.02, 0.12);
  expectMellom(s.getSivilstand('yngre', 'gift'), 0.35, 0.5);
  expectMellom(s.getSivilstand('voksne', 'gift'), 0.4, 0.6);
  expectMellom(s.getSivilstand('voksne', 'skilt'), 0.08, 0.2);
  expectMellom(s.getSivilstand('gamle', 'enkeEllerEnkemann'), 0.2, 0.4);
  expect(s.getSivilstand('gamle', 'ugift')).toBeLessThan(s.getSivilstand('yngre', 'ugift') / 2);

  expectMellom(s.getStatus('bosatt'), 0.75, 0.85);
  expectMellom(s.getStatus('doed'), 0.08, 0.15);
  expectMellom(s.getStatus('utflyttet'), 0.04, 0.08);
  expectMellom(s.getStatus('midlertidig') + s.getStatus('ikkeBosatt') + s.getStatus('inaktiv'), 0.02, 0.04);
  for (const sjelden of ['forsvunnet', 'opphoert', 'foedselsregistrert'])
    expectMellom(s.getStatus(sjelden), 0.0004, 0.003);
  expectMellom(s.vernet, 0.002, 0.004);
  expectMellom(s.mellomnavn, 0.16, 0.18);

  let avvik = 0;
  for (const { nummer, navn, andel } of listEkteKommuneandeler()) {
    const forhold = s.getKommune(nummer) / andel;
    avvik += Math.abs(s.getKommune(nummer) - andel);
    if (andel > 0.01) expectMellom(forhold, 0.75, 1.25, navn);
    expect(forhold, navn).toBeGreaterThan(0.1);
  }
  expect(avvik).toBeLessThan(0.15);
}

function expectMellom(verdi: number, fra: number, til: number, hva = ''): void {
  expect(verdi, hva).toBeGreaterThan(fra);
  expect(verdi, hva).toBeLessThan(til);
}

/** Holds a sample of persons against those whom their documents name. Answers with how many relations there were. */
export function proevRelasjoner(grunn: Grunnbefolkning, proever: number): number {
  const { foerste, antall } = grunn.skjelett;
  let relasjoner = 0;
  for (let nr = 0; nr < proever; nr++) {
    const person = foerste + (hash(nr, 0x9e1a) % (antall - foerste));
    const dokument = grunn.createDokument(person);
    for (const relasjon of listElementer(dokument, 'familierelasjon')) {
      const annen = findDokument(grunn, getTekst(relasjon, 'relatertPerson'));
      if (annen === undefined) continue;
      relasjoner++;
      const tilbake = listElementer(annen, 'familierelasjon').filter(
        (r) => getTekst(r, 'relatertPerson') === getNummer(dokument),
      );
      expect(
        tilbake.map((r) => [r.relatertPersonsRolle, r.minRolleForPerson, r.gyldighetstidspunkt]),
      ).toContainEqual([
        relasjon.minRolleForPerson,
        relasjon.relatertPersonsRolle,
        relasjon.gyldighetstidspunkt,
      ]);
    }
    proevEktefelle(grunn, dokument);
  }
  return relasjoner;
}

/** Who is married is so to somebody who is married to her, and they live together. */
function proevEktefelle(grunn: Grunnbefolkning, dokument: Persondokument): void {
  const [sivilstand = {}] = listElementer(dokument, 'sivilstand');
  if (sivilstand.sivilstand !== 'gift' || getStatus(dokument) !== 'bosatt') return;
  const ektefelle = findDokument(grunn, getTekst(sivilstand, 'relatertVedSivilstand')) ?? {};
  const [hennes = {}] = listElementer(ektefelle, 'sivilstand');
  expect([hennes.sivilstand, hennes.relatertVedSivilstand, hennes.sivilstandsdato]).toEqual([
    'gift',
    getNummer(dokument),
    sivilstand.sivilstandsdato,
  ]);
  expect(getHjem(ektefelle)).toEqual(getHjem(dokument));
}

function findDokument(grunn: Grunnbefolkning, nummer: string): Persondokument | undefined {
  const person = grunn.findPerson(nummer);
  return person === undefined ? undefined : grunn.createDokument(person);
}

const getNummer = (dokument: Persondokument): string =>
  getTekst(listElementer(dokument, 'identifikasjonsnummer')[0] ?? {}, 'foedselsEllerDNummer');
const getStatus = (dokument: Persondokument): string =>
  getTekst(listElementer(dokument, 'status')[0] ?? {}, 'status');

function getHjem(dokument: Persondokument): unknown {
  const bosted = listElementer(dokument, 'bostedsadresse').find((e) => e.erGjeldende === true) ?? {};
  return [bosted.vegadresse, bosted.matrikkeladresse, bosted.ukjentBosted];
}
