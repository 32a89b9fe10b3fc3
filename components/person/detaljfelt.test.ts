/** Holds that folding loses nothing and never hides that an address is graded. */
import { expect, test } from 'vitest';
import { splitFelter } from '#components/person/detaljfelt.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

function gradering(kode: string): Felt {
  return { felt: 'adressegradering', verdi: { slag: 'kode', kodeverk: 'gradering', kode, kjent: true } };
}
const krets: Felt = { felt: 'vegadresse.adressekode', verdi: { slag: 'tekst', tekst: '1412' } };
const adresse: Felt = { felt: 'vegadresse', verdi: { slag: 'adresse', linjer: ['Lia 1'] } };

test('every field is in one of the two groups', () => {
  expect(splitFelter([krets, adresse, gradering('ugradert')])).toEqual({
    hoved: [adresse],
    detaljer: [krets, gradering('ugradert')],
  });
});

test.each(['klientadresse', 'fortrolig', 'noeNytt'])('the grading %s stays in sight', (kode) => {
  expect(splitFelter([gradering(kode)]).hoved).toHaveLength(1);
});
