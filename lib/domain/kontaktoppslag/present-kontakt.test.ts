/** Z-05: who is protected is as one who is not in KRR to a user without the right, and her contact data are shown to nobody. */
import { expect, test } from 'vitest';
import { EGENSKAPER } from '#lib/domain/rettighetspakke/egenskaper.ts';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasKrr } from './har-krr.ts';
import { KONKLUSJONER, type Krrperson } from './krrperson.ts';
import { isBeskyttet, listKrrfelter, presentKontakt } from './present-kontakt.ts';

const kanal = { verdi: 'x@y.no', oppdatert: null, bekreftet: null, erFersk: true, erDelt: false };
const KRR: Krrperson = {
  konklusjon: 'kanVarsles',
  reservertSiden: null,
  epost: kanal,
  mobil: kanal,
  spraak: { kode: 'nn', oppdatert: null },
  andre: [{ sti: 'nytt', verdi: '1' }],
};

test('a protected person is shown to nobody, whatever KRR says', () => {
  for (const konklusjon of KONKLUSJONER) {
    expect(presentKontakt({ ...KRR, konklusjon }, true, 'ingen')).toEqual({
      utfall: 'ingenOpplysninger',
      krr: null,
    });
    expect(presentKontakt({ ...KRR, konklusjon }, true, 'fortrolig')).toEqual({
      utfall: 'skjermet',
      krr: null,
    });
  }
});

test('without the right, who is not in KRR is told of in the same words as who is protected', () => {
  for (const konklusjon of ['ikkeRegistrert', 'slettet'] as const) {
    const krr = { ...KRR, konklusjon };
    expect(presentKontakt(krr, false, 'ingen')).toEqual(presentKontakt(KRR, true, 'ingen'));
    expect(presentKontakt(krr, false, 'fortrolig')).toEqual({ utfall: 'funnet', krr });
  }
});

test('everybody else is shown', () => {
  for (const konklusjon of ['reservert', 'uavklart', 'kanIkkeVarsles', 'kanVarsles'] as const)
    for (const rett of ['ingen', 'fortrolig'] as const) {
      const krr = { ...KRR, konklusjon };
      expect(presentKontakt(krr, false, rett)).toEqual({ utfall: 'funnet', krr });
    }
});

const gradert = (graderingsnivaa: unknown, erGjeldende = true) => ({
  adressebeskyttelse: [{ erGjeldende, graderingsnivaa }],
});
test.each([
  [gradert('fortrolig'), true],
  [gradert('strengtFortrolig'), true],
  [gradert('klientadresse'), true],
  [gradert('noeNytt'), true],
  [{ adressebeskyttelse: [{ erGjeldende: true }] }, true],
  [{ adressebeskyttelse: 'fortrolig' }, true],
  [gradert('fortrolig', false), false],
  [gradert('ugradert'), false],
  [{}, false],
])('%j is protected: %j', (dokument, erBeskyttet) => {
  expect(isBeskyttet(dokument)).toBe(erBeskyttet);
});

test('KRR is asked only where the register tells who is protected', () => {
  expect(PAKKER.filter(hasKrr)).toEqual(['offentlig-med-hjemmel']);
});

test('what was shown has names of its own in the log, and never a value', () => {
  const felter = listKrrfelter(KRR);
  expect(felter).toEqual([
    'krr.reservasjon',
    'krr.epostadresse',
    'krr.mobiltelefonnummer',
    'krr.spraak',
    'krr.andre',
  ]);
  expect(EGENSKAPER).not.toContain('krr');
  expect(listKrrfelter({ ...KRR, epost: null, mobil: null, spraak: null, andre: [] })).toEqual([
    'krr.reservasjon',
  ]);
});
