/** Z-10: what a nødtilgang can put aside is a closed list; Z-04: numbers of a document, and what is left when some are withheld. */
import { expect, test } from 'vitest';
import { AVVIST_GRUNNER } from '#lib/domain/oppslag/oppslag.ts';
import { listEgneNumre, listNevnteNumre, withholdNumre } from './dokumentnumre.ts';
import { isOverstyrbar } from './personregel.ts';

test('Z-10: nothing but somebody close and somebody skjermet can be put aside', () => {
  expect(AVVIST_GRUNNER.filter(isOverstyrbar)).toEqual(['naerstaaende', 'skjermetPerson']);
  for (const grunn of ['', 'strengtFortrolig', 'fortrolig', 'manglerSkjermingsrett', '__proto__']) {
    expect(isOverstyrbar(grunn)).toBe(false);
  }
});

const DOKUMENT = {
  identifikasjonsnummer: [{ foedselsEllerDNummer: '12838442208' }, { foedselsEllerDNummer: '52838442200' }],
  familierelasjon: [
    { relatertPerson: '05918242513', relatertPersonsRolle: 'barn' },
    { relatertPerson: '21861292476', relatertPersonsRolle: 'mor' },
  ],
  ukjentDel: { noe: [{ dypt: ['02891592577', 'tekst'] }], tall: 12838442208, tom: null },
};

test('a number counts wherever it stands, also in a field that nobody has heard of', () => {
  expect([...listEgneNumre(DOKUMENT)]).toEqual(['12838442208', '52838442200']);
  expect([...listNevnteNumre(DOKUMENT)]).toEqual([
    '12838442208',
    '52838442200',
    '05918242513',
    '21861292476',
    '02891592577',
  ]);
  expect([...listEgneNumre({})]).toEqual([]);
});

test('Z-06: a withheld number is gone with its field, and everything else stands', () => {
  const withheld = withholdNumre(DOKUMENT, new Set(['05918242513', '02891592577']));
  expect(withheld).toEqual({
    ...DOKUMENT,
    familierelasjon: [
      { relatertPersonsRolle: 'barn' },
      { relatertPerson: '21861292476', relatertPersonsRolle: 'mor' },
    ],
    ukjentDel: { noe: [{ dypt: ['tekst'] }], tall: 12838442208, tom: null },
  });
  expect(withholdNumre(DOKUMENT, new Set())).toBe(DOKUMENT);
});
