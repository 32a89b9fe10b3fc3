/** One order has one text, and two orders have two: what an approval is bound to (F-10). */
import { expect, test } from 'vitest';
import { isSammeDefinisjon, isSammePersoner, normalizeBestilling, toKanoniskTekst } from './avtrykk.ts';
import { createBestilling, withUtvalg } from './test-bestilling.ts';

test('repeats and the order of what has no order make no other order', () => {
  const en = withUtvalg({
    personstatustyper: ['doed', 'bosatt', 'doed'],
    sted: { slag: 'bosted', kommuner: ['1103', '0301', '1103'] },
  });
  const annen = withUtvalg({
    personstatustyper: ['bosatt', 'doed'],
    sted: { kommuner: ['0301', '1103'], slag: 'bosted' },
  });
  expect(toKanoniskTekst(en)).toBe(toKanoniskTekst(annen));
  expect(normalizeBestilling(normalizeBestilling(en))).toEqual(normalizeBestilling(en));
});

test('the columns keep the order that was chosen', () => {
  const innhold = { slag: 'felter' as const, felter: ['b', 'a', 'b'], perDato: null };
  expect(normalizeBestilling(createBestilling({ innhold })).innhold).toEqual({
    ...innhold,
    felter: ['b', 'a'],
  });
});

test('anything else that is changed is another order', () => {
  const tekster = [
    createBestilling(),
    createBestilling({ navn: 'Noe annet' }),
    createBestilling({ formaal: 'innkalling' }),
    createBestilling({ saksreferanse: '' }),
    createBestilling({ formater: ['csv', 'parquet'] }),
    createBestilling({ innhold: { slag: 'identifikatorer' } }),
    createBestilling({ innhold: { slag: 'felter', felter: ['foedsel.foedselsaar'], perDato: '2020-01-01' } }),
    createBestilling({ pakke: 'finans' }),
    withUtvalg({ sted: null }),
    withUtvalg({ sted: { slag: 'opphold', kommuner: ['0301'] } }),
    withUtvalg({ foedselsaar: { fra: 1990, til: 1996 } }),
    withUtvalg({ doedsaar: { fra: 1990, til: 1995 }, foedselsaar: null }),
    withUtvalg({ kjoenn: 'kvinne' }),
  ].map(toKanoniskTekst);
  expect(new Set(tekster).size).toBe(tekster.length);
});

test('the same persons and the same definition are recognised under another name', () => {
  const annetNavn = createBestilling({ navn: 'I fjor', formater: ['parquet'] });
  expect(isSammeDefinisjon(createBestilling(), annetNavn)).toBe(true);
  const annetInnhold = createBestilling({ innhold: { slag: 'identifikatorer' } });
  expect(isSammePersoner(createBestilling(), annetInnhold)).toBe(true);
  expect(isSammeDefinisjon(createBestilling(), annetInnhold)).toBe(false);
  expect(isSammePersoner(createBestilling(), createBestilling({ pakke: 'finans' }))).toBe(false);
});
