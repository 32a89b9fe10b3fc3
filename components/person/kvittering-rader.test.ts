/** The receipt names what was shown and asked for, and says of a part whether the user added it. */
import { expect, test } from 'vitest';
import { groupFelter, toKvitteringsrader, toListe } from '#components/person/kvittering-rader.ts';

test('fields are gathered by egenskap, and none is lost', () => {
  expect(groupFelter(['andre', 'navn.fornavn', 'navn.originaltNavn.fornavn', 'status.status'])).toEqual([
    { egenskap: 'andre', felter: [] },
    { egenskap: 'navn', felter: ['fornavn', 'originaltNavn.fornavn'] },
    { egenskap: 'status', felter: ['status'] },
  ]);
  expect(toListe(['Kommune', 'Adresse', 'Kommune'])).toBe('Kommune, Adresse');
});

test('a part that was added and a document of the archive have a line each, which is not there without', () => {
  const navn = {
    rad: (noekkel: string) => noekkel,
    pakke: String,
    del: (del: string) => `<${del}>`,
    tidspunkt: String,
    ingenSak: 'ingen',
  };
  const kvittering = {
    handlingId: '1',
    tidspunkt: 'nå',
    formaal: 'F',
    hjemmel: 'H',
    saksreferanse: '',
    pakke: 'P',
    deler: ['navn', 'familierelasjon'],
    tilleggsdeler: [],
    felter: [],
    dokumentidentifikator: null,
    sekvensnummer: null,
    avtrykk: 'a',
  };
  const uten = toKvitteringsrader(kvittering, navn);
  for (const rad of ['tilleggsdeler', 'dokumentidentifikator', 'sekvensnummer'])
    expect(uten.map(([navn]) => navn)).not.toContain(rad);
  expect(uten).toContainEqual(['saksreferanse', 'ingen']);
  const med = toKvitteringsrader({ ...kvittering, tilleggsdeler: ['familierelasjon'] }, navn);
  expect(med).toContainEqual(['tilleggsdeler', '<familierelasjon>']);
  const arkivert = toKvitteringsrader(
    { ...kvittering, dokumentidentifikator: 'abc123', sekvensnummer: '42' },
    navn,
  );
  expect(arkivert).toContainEqual(['dokumentidentifikator', 'abc123']);
  expect(arkivert).toContainEqual(['sekvensnummer', '42']);
});
