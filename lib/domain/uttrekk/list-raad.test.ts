/** What is advised, and when a reason must be given (F-11). */
import { expect, test } from 'vitest';
import { UTTREKKSFELTER } from './felter/uttrekksfelter.ts';
import { RAADKODER, type Stoerrelse } from './forhaandskontroll.ts';
import { canGisUt } from './grenser.ts';
import { countJobber, listForsiktighet, listMengdekonflikter, listRaad } from './list-raad.ts';
import { createBestilling, withUtvalg } from './test-bestilling.ts';

const KJENT = { minst: 100, hoeyst: 200 };
const UKJENT = { minst: null, hoeyst: null };
const raad = (bestilling = createBestilling(), stoerrelse: typeof KJENT | typeof UKJENT = KJENT, brukt = 0) =>
  listRaad(bestilling, stoerrelse, brukt);
const forsiktighet = (bestilling = createBestilling(), stoerrelse: Stoerrelse = KJENT) =>
  listForsiktighet(bestilling, stoerrelse, 'begrunn');
const kommuner = (antall: number) => Array.from({ length: antall }, (_, i) => String(1_000 + i));

test('an ordinary order needs no advice', () => {
  expect(raad()).toEqual([]);
  expect(forsiktighet()).toEqual([]);
});

test('each advice has its cause', () => {
  const mange = UTTREKKSFELTER.filter((felt) => !felt.taushetsbelagt)
    .slice(0, 20)
    .map(({ id }) => id);
  const medMange = createBestilling({
    innhold: { slag: 'felter', felter: mange, perDato: null },
  });
  const sett = [
    ...raad(withUtvalg({ sted: null })),
    ...raad(withUtvalg({ personstatustyper: ['bosatt', 'utflyttet', 'doed', 'aktiv'] })),
    ...raad(withUtvalg({ personstatustyper: ['bosatt', 'doed'], doedsaar: { fra: 2020, til: null } })),
    ...raad(medMange),
    ...raad(createBestilling({ innhold: { slag: 'felter', felter: ['familie.mor'], perDato: null } })),
    ...raad(createBestilling({ innhold: { slag: 'dokumenter' }, formater: ['ndjson'] })),
    ...raad(withUtvalg({ sted: { slag: 'bosted', kommuner: kommuner(3) } }), KJENT, 8),
    ...raad(createBestilling(), KJENT, 10),
    ...raad(createBestilling({ formater: ['xlsx'] }), UKJENT),
  ];
  expect(sett).toEqual([...RAADKODER]);
});

test('a kommune is a job at the register, and up to the free places nothing is said', () => {
  expect(countJobber(createBestilling())).toBe(1);
  expect(countJobber(withUtvalg({ sted: null }))).toBe(1);
  expect(countJobber(createBestilling({ kilde: { slag: 'komplett', sekvensnummer: null } }))).toBe(1);
  const ti = withUtvalg({ sted: { slag: 'bosted', kommuner: kommuner(10) } });
  expect(countJobber(ti)).toBe(10);
  expect(raad(ti)).toEqual([]);
  expect(raad(ti, KJENT, 1)).toEqual(['flereJobberEnnPlass']);
});

test('a sheet holds two hundred thousand rows', () => {
  const xlsx = createBestilling({ formater: ['xlsx'] });
  expect(raad(xlsx, { minst: 1, hoeyst: 200_000 })).toEqual([]);
  expect(raad(xlsx, { minst: 1, hoeyst: 200_001 })).toEqual(['forMangeTilXlsx']);
});

test('F-11: few persons, and criteria that may point at somebody, need a reason', () => {
  expect(forsiktighet(createBestilling(), { minst: 0, hoeyst: 19 })).toEqual(['faa']);
  expect(forsiktighet(createBestilling(), { minst: 0, hoeyst: 20 })).toEqual([]);
  expect(forsiktighet(withUtvalg({ statsborgerskap: 'BGR' }), UKJENT)).toEqual(['smalt']);
  const ettAar = { foedselsaar: { fra: 1990, til: 1990 } };
  expect(forsiktighet(withUtvalg({ ...ettAar, sivilstandstype: 'gift' }), UKJENT)).toEqual(['smalt']);
  expect(forsiktighet(withUtvalg(ettAar), UKJENT)).toEqual([]);
  expect(forsiktighet(withUtvalg({ statsborgerskap: 'BGR', sted: null }), UKJENT)).toEqual([]);
  expect(forsiktighet(withUtvalg({ statsborgerskap: 'NOR' }), UKJENT)).toEqual([]);
});

test('F-11: where the virksomhet refuses few, no reason helps; criteria that may point at somebody still need one', () => {
  const faa = { minst: 0, hoeyst: 19 };
  expect(listMengdekonflikter(faa, 'begrunn')).toEqual([]);
  expect(listMengdekonflikter(faa, 'avslaa')).toEqual([{ kode: 'faaPersoner', felt: '', verdi: null }]);
  expect(listForsiktighet(withUtvalg({ statsborgerskap: 'BGR' }), faa, 'avslaa')).toEqual(['smalt']);
  for (const stoerrelse of [{ minst: 0, hoeyst: 20 }, UKJENT])
    expect(listMengdekonflikter(stoerrelse, 'avslaa')).toEqual([]);
});

test('F-11: by that setting files of one to nineteen persons are not given out', () => {
  expect([0, 1, 19, 20].map((antall) => canGisUt(antall, 'avslaa'))).toEqual([true, false, false, true]);
  expect([0, 1, 19, 20].every((antall) => canGisUt(antall, 'begrunn'))).toBe(true);
});
