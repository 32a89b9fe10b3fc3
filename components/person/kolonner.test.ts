/** Holds that a table of history loses no field, however many an entry has. */
import { expect, test } from 'vitest';
import { listKolonner, omitPeriode } from '#components/person/kolonner.ts';
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

test("a date that is the entry's own start or end stands in the columns of the period, any other stays", () => {
  const dato = (felt: string, dag: string): Felt => ({ felt, verdi: { slag: 'dato', dato: dag } });
  const felter = [dato('flyttedato', '2020-01-01'), dato('vedtaksdato', '2019-01-01')];
  const oppfoering = {
    gjeldende: false,
    felter,
    metadata: [],
    fra: '2020-01-01',
    til: null,
    skjermet: false,
  };
  expect(omitPeriode(felter, oppfoering).map(({ felt }) => felt)).toEqual(['vedtaksdato']);
  // A moment on the same day is not the same date: it is when the register began to hold it.
  expect(omitPeriode(felter, { ...oppfoering, fra: '2020-01-01T00:00:00Z' })).toHaveLength(2);
});
