/** What a search reads: as many rows as its rarest criterion has, hardly a document, and never everybody. */
import { beforeAll, expect, test } from 'vitest';
import type { Soekekriterier } from '../befolkning.ts';
import { createGrunnbefolkning } from '../grunnbefolkning.ts';
import { createSoek, type Soek } from './create-soek.ts';

const ANTALL = 60_000;
const GRENSE = 2000;
let soek: Soek;
let dokumenter = 0;
beforeAll(() => {
  const grunn = createGrunnbefolkning({ froe: 1, antall: ANTALL, naa: new Date('2026-11-21T12:00:00Z') });
  soek = createSoek(grunn, {
    findPerson: grunn.findPerson,
    getDokument(person, bare) {
      dokumenter++;
      return grunn.createDokument(person, bare);
    },
  });
});

type Del = Partial<Soekekriterier>;
const DELER: readonly Del[] = [
  /** One house in every street costs more to find than its rows: each place must be asked. */
  { husnummer: '77B' },
  { navn: 'SMIDIG' },
  { navn: 'KOPP' },
  { navn: 'KOPP', soekFonetisk: true },
  { foedselsdato: '19840312' },
  { foedselsaarFraOgMed: 1984, foedselsaarTilOgMed: 1984 },
  { kommunenummer: '0301' },
  { kommunenummer: '4204', inkluderOppholdsadresse: true },
  { fylkesnummer: '46' },
  { postnummer: '4612' },
  { adressenavn: 'Sol' },
  { adressenavn: 'Sol', husnummer: '14B' },
];

const toKriterier = (del: Del): Soekekriterier => ({
  inkluderOppholdsadresse: false,
  soekFonetisk: false,
  inkluderDoede: true,
  historisk: false,
  serKlientadresser: true,
  ...del,
});

function run(del: Del, grense: number): { treff: number; rader: number; dokumenter: number } {
  const foer = { rader: soek.countLesteRader(), dokumenter };
  const treff = soek.listSoek(toKriterier(del), grense).length;
  return { treff, rader: soek.countLesteRader() - foer.rader, dokumenter: dokumenter - foer.dokumenter };
}

/** How many rows a criterion has at least, and so may cost. */
const countRader = (del: Del): number => run(del, ANTALL).rader;

test.each(DELER)('%o alone reads its own rows: hardly more than its hits', (del) => {
  const { treff, rader, dokumenter: lest } = run(del, ANTALL);
  expect(rader).toBeLessThanOrEqual(treff * 1.6 + 60);
  expect(rader).toBeLessThan(ANTALL / 4);
  expect(lest).toBeLessThanOrEqual(4);
});

test('two criteria read no more than the rarer of them, and hardly a document', () => {
  for (const en of DELER.slice(1)) {
    for (const annen of DELER.slice(1)) {
      if (en.inkluderOppholdsadresse === true || annen.inkluderOppholdsadresse === true) continue;
      const { rader, dokumenter: lest } = run({ ...en, ...annen, kjoenn: 'kvinne' }, ANTALL);
      const grense = Math.min(countRader(en), countRader(annen));
      expect(rader, JSON.stringify([en, annen])).toBeLessThanOrEqual(grense * 1.2 + 200);
      expect(lest, JSON.stringify([en, annen])).toBeLessThanOrEqual(4);
    }
  }
});

test('old addresses and oppholdsadresser cost at most the rows of the two criteria, and few documents', () => {
  for (const en of DELER) {
    for (const annen of DELER) {
      const begge = { historisk: en.inkluderOppholdsadresse !== true, ...en, ...annen };
      const { rader, dokumenter: lest } = run(begge, ANTALL);
      const grense = countRader({ historisk: true, ...en }) + countRader({ historisk: true, ...annen });
      expect(rader, JSON.stringify(begge)).toBeLessThanOrEqual(grense + 60);
      expect(lest, JSON.stringify(begge)).toBeLessThanOrEqual(40);
    }
  }
});

test('a search with too many hits stops when it knows that, also without any criterion', () => {
  for (const del of [{}, { kjoenn: 'mann' }, { kommunenummer: '0301' }, { fylkesnummer: '46' }] as const) {
    const { treff, rader } = run(del, GRENSE);
    expect([JSON.stringify(del), treff]).toEqual([JSON.stringify(del), GRENSE + 1]);
    expect(rader).toBeLessThan(GRENSE * 2.5);
  }
});

test('an entydig søk reads the rows of its rarest criterion and makes the documents of those who fit', () => {
  for (const annet of [
    { foedselsdato: '19840312' },
    { postnummer: '4612' },
    { adressenavn: 'Solsikkeveien' },
  ]) {
    const foer = { rader: soek.countLesteRader(), dokumenter };
    soek.findEntydig({
      navn: 'SMIDIG KOPP',
      soekFonetisk: false,
      historisk: false,
      serKlientadresser: true,
      ...annet,
    });
    expect(soek.countLesteRader() - foer.rader).toBeLessThanOrEqual(countRader({ navn: 'KOPP' }));
    expect(dokumenter - foer.dokumenter).toBeLessThanOrEqual(20);
  }
});
