/** The difference between two packages, for every pair: nothing is lost, nothing is said twice, and it is symmetric. */
import { expect, test } from 'vitest';
import { comparePakker, PAKKEOMRAADER } from './compare-pakker.ts';
import { PAKKER } from './rettighetspakke.ts';
import { RETTIGHETSPAKKER } from './rettighetspakker.ts';

test('for every pair, what one has and the other has not, and the other way round', () => {
  for (const foerste of PAKKER)
    for (const andre of PAKKER) {
      const [forskjell, omvendt] = [comparePakker(foerste, andre), comparePakker(andre, foerste)];
      for (const omraade of PAKKEOMRAADER) {
        const { bareFoerste, bareAndre } = forskjell[omraade];
        expect(omvendt[omraade]).toEqual({ bareFoerste: bareAndre, bareAndre: bareFoerste });
        expect(bareFoerste.filter((ord) => bareAndre.includes(ord))).toEqual([]);
      }
      for (const omraade of ['tjenester', 'egenskaper', 'historikk'] as const) {
        const har = (ord: string, pakke: typeof foerste) =>
          RETTIGHETSPAKKER[pakke][omraade].some((en) => en === ord);
        for (const ord of RETTIGHETSPAKKER[foerste][omraade])
          expect(forskjell[omraade].bareFoerste.includes(ord)).toBe(!har(ord, andre));
      }
    }
});

test('one pair in words of the contract: finans has the family and whom one is married to, privat has not', () => {
  const { egenskaper, felter, tjenester } = comparePakker('finans', 'privat');
  expect(egenskaper).toEqual({
    bareFoerste: ['familierelasjon', 'foreldreansvar', 'falskIdentitet'],
    bareAndre: [],
  });
  expect(felter.bareFoerste).toContain('sivilstand.relatertVedSivilstand');
  expect(tjenester.bareFoerste).toEqual(['oppslag', 'bulkoppslag', 'soek', 'uttrekkTilpasset']);
});
