/** Holds that a table of history loses no field, however many an entry has. */
import { expect, test } from 'vitest';
import { listKolonner } from '#components/person/kolonner.ts';
import type { Felt } from '#lib/domain/person/person-view.ts';

function oppfoering(...felter: string[]): Felt[] {
  return felter.map((felt) => ({ felt, verdi: { slag: 'tekst', tekst: felt } }));
}

test('few fields get a column each, in the order they first appear in any entry', () => {
  expect(listKolonner([oppfoering('fornavn', 'etternavn'), oppfoering('fornavn', 'mellomnavn')])).toEqual([
    'fornavn',
    'etternavn',
    'mellomnavn',
  ]);
});

test('many fields, or one that comes twice in an entry, share one column so that none is lost', () => {
  expect(listKolonner([oppfoering('a', 'b', 'c', 'd', 'e')])).toBeNull();
  expect(listKolonner([oppfoering('land', 'land')])).toBeNull();
});
