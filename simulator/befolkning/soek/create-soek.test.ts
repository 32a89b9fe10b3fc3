/**
 * The indexes find exactly those whose documents fit: every kind of search, held against a reading of every document,
 * before and after things have happened to people.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Persondokument } from '../befolkning.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import { createGrunnbefolkning } from '../grunnbefolkning.ts';
import { toEntydigKrav } from './adressekrav.ts';
import { createSoek, type Soek } from './create-soek.ts';
import { isSoektreff, isUttrekkstreff } from './proeve/dokumentsoek.ts';
import { createLykke, toEntydigSoek, toSoek, toUttrekk } from './proeve/tilfeldige-soek.ts';
import { listAdresser } from './soekbart.ts';
import { isTreff } from './treff.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const ANTALL = 2000;
const ANTALL_SOEK = 120;

let soek: Soek;
let dokumenter: Persondokument[];
beforeAll(() => {
  const grunn = createGrunnbefolkning({ froe: 5, antall: ANTALL, naa: NAA });
  dokumenter = Array.from({ length: ANTALL }, (_, person) => grunn.createDokument(person));
  soek = createSoek(grunn, {
    findPerson: grunn.findPerson,
    getDokument: (person) => dokumenter[person] ?? {},
  });
});

/** Persons to take criteria from: half of them from those to whom something has happened. */
function choosePerson(nr: number, endrede: readonly number[]): Persondokument {
  const person = nr % 2 === 0 ? endrede[(nr / 2) % endrede.length] : undefined;
  return dokumenter[person ?? (nr * 7919) % ANTALL] ?? {};
}

const listPersoner = (passer: (dokument: Persondokument) => boolean): number[] =>
  dokumenter.flatMap((dokument, person) => (passer(dokument) ? [person] : []));

/** Fails on the first search whose answer the documents do not give; answers with the number of hits in all. */
function proevAlleSoek(endrede: readonly number[]): { soek: number; entydige: number; uttrekk: number } {
  const antall = { soek: 0, entydige: 0, uttrekk: 0 };
  const lykke = createLykke(11);
  for (let nr = 0; nr < ANTALL_SOEK; nr++) {
    const dokument = choosePerson(nr, endrede);
    const kriterier = toSoek(dokument, lykke);
    const treff = listPersoner((d) => isSoektreff(d, kriterier));
    expect(soek.listSoek(kriterier, ANTALL), JSON.stringify(kriterier)).toEqual(treff);
    antall.soek += treff.length;

    const entydig = toEntydigSoek(dokument, lykke);
    const krav = toEntydigKrav(entydig);
    const entydige = listPersoner((d) => isTreff(d, entydig, krav));
    const funnet = soek.findEntydig(entydig);
    expect(funnet.length, JSON.stringify(entydig)).toBe(Math.min(2, entydige.length));
    expect(entydige).toEqual(expect.arrayContaining(funnet));
    antall.entydige += entydige.length === 1 ? 1 : 0;

    const utvalg = toUttrekk(dokument, lykke);
    const uttrekk = listPersoner((d) => isUttrekkstreff(d, utvalg));
    const valgte = [...soek.listUttrekk(utvalg)];
    expect(valgte.length, JSON.stringify(utvalg)).toBe(uttrekk.length);
    expect(
      valgte.sort((a, b) => a - b),
      JSON.stringify(utvalg),
    ).toEqual(uttrekk);
    antall.uttrekk += uttrekk.length;
  }
  return antall;
}

test('every search finds exactly those whose documents fit, scenario persons too', () => {
  const scenarioer = Array.from({ length: 38 }, (_, person) => person);
  const antall = proevAlleSoek(scenarioer);
  expect(antall.soek).toBeGreaterThan(ANTALL_SOEK);
  expect(antall.entydige).toBeGreaterThan(ANTALL_SOEK / 3);
  expect(antall.uttrekk).toBeGreaterThan(ANTALL_SOEK);
});

test('nobody finds somebody by a klientadresse that she may not see', () => {
  const klienter = listPersoner((d) => listAdresser(d).some((a) => a.klientadresse && a.gate !== ''));
  expect(klienter.length).toBeGreaterThan(1);
  for (const person of klienter) {
    const adresse = listAdresser(dokumenter[person] ?? {}).find((a) => a.klientadresse);
    const findVed = (serKlientadresser: boolean) =>
      soek.listSoek(
        {
          adressenavn: adresse?.gate ?? '',
          inkluderOppholdsadresse: false,
          soekFonetisk: false,
          inkluderDoede: true,
          historisk: false,
          serKlientadresser,
        },
        ANTALL,
      );
    expect(findVed(true)).toContain(person);
    expect(findVed(false)).not.toContain(person);
  }
});

test('the same holds when names, addresses, protection, status and birth have changed', () => {
  const endrede = Array.from({ length: 160 }, (_, i) => (i * 13) % ANTALL);
  for (const [nr, person] of endrede.entries()) {
    const fra = dokumenter[(person + 979) % ANTALL] ?? {};
    dokumenter[person] = toEndret(dokumenter[person] ?? {}, fra, nr % 8);
    soek.oppdater(person, dokumenter[person] ?? {});
  }
  const antall = proevAlleSoek(endrede);
  expect(antall.soek).toBeGreaterThan(ANTALL_SOEK);
  expect(antall.entydige).toBeGreaterThan(ANTALL_SOEK / 4);
});

const toGamle = (dokument: Persondokument, egenskap: string) =>
  listElementer(dokument, egenskap).map((e) => ({ ...e, erGjeldende: false }));

/** One of eight things that can happen, with what another person has in the new entries. */
function toEndret(dokument: Persondokument, fra: Persondokument, hva: number): Persondokument {
  const withNy = (egenskap: string): Persondokument => ({
    ...dokument,
    [egenskap]: [...listElementer(fra, egenskap).slice(0, 1), ...toGamle(dokument, egenskap)],
  });
  switch (hva) {
    case 0:
      return withNy('navn');
    case 1:
      return withNy('bostedsadresse');
    case 2:
      return withNy('oppholdsadresse');
    case 3:
      return { ...dokument, adressebeskyttelse: [{ erGjeldende: true, graderingsnivaa: 'fortrolig' }] };
    case 4:
      return { ...withNy('status'), doedsfall: { erGjeldende: true, doedsdato: '2026-02-03' } };
    case 5:
      return { ...dokument, foedsel: listElementer(fra, 'foedsel') };
    case 6:
      return { ...withNy('sivilstand'), bostedsadresse: listElementer(dokument, 'bostedsadresse').slice(1) };
    default:
      return {
        ...dokument,
        statsborgerskap: ['NOR', 'SWE', 'XXK'].map((land) => ({ erGjeldende: true, statsborgerskap: land })),
      };
  }
}

test('a number is the current one, also after it has become another', () => {
  for (const [person, dokument] of dokumenter.entries()) {
    const gjeldende = listElementer(dokument, 'identifikasjonsnummer').find((e) => e.erGjeldende === true);
    expect(soek.getNummer(person)).toBe(getTekst(gjeldende ?? {}, 'foedselsEllerDNummer'));
  }
  const dokument = dokumenter[1500] ?? {};
  const ny = { erGjeldende: true, status: 'iBruk', foedselsEllerDNummer: '01815099999' };
  soek.oppdater(1500, {
    ...dokument,
    identifikasjonsnummer: [ny, ...toGamle(dokument, 'identifikasjonsnummer')],
  });
  expect(soek.getNummer(1500)).toBe('01815099999');
});

test('a search with more hits than the limit gives one more than it', () => {
  const alle = { inkluderOppholdsadresse: false, soekFonetisk: false, inkluderDoede: true, historisk: false };
  const treff = soek.listSoek({ ...alle, serKlientadresser: true, kjoenn: 'kvinne' }, 100);
  expect(treff).toHaveLength(101);
});
