/** Each relative once and in the right generation, former ones said to be former, and nobody lost. */
import { expect, test } from 'vitest';
import { GENERASJONER, toFamiliegraf } from './familiegraf.ts';
import { createDokument } from './test-dokument.ts';
import { toSeksjoner } from './tid/test-seksjoner.ts';

const M = { erGjeldende: true };
const FOER = { erGjeldende: false };
const [MOR, NY, GAMMEL, BARN] = ['14877942474', '23817942466', '19907742426', '01920892228'];
const rel = (relatertPersonsRolle: string, relatertPerson?: string, ekstra: object = M) => ({
  relatertPersonsRolle,
  relatertPerson,
  ...ekstra,
});

test('generations, and a spouse whom both egenskaper name once', () => {
  const graf = toFamiliegraf(
    toSeksjoner({
      familierelasjon: [rel('mor', MOR), rel('barn', BARN), rel('ektefelleEllerPartner', NY)],
      sivilstand: [
        { ...M, sivilstand: 'gift', relatertVedSivilstand: NY },
        { ...FOER, sivilstand: 'skilt', relatertVedSivilstand: GAMMEL },
        { ...FOER, sivilstand: 'gift', relatertVedSivilstand: GAMMEL },
        { ...FOER, sivilstand: 'ugift' },
      ],
    }),
  );
  expect(graf.foreldre.map(({ nummer }) => nummer)).toEqual([MOR]);
  expect(graf.barn.map(({ nummer }) => nummer)).toEqual([BARN]);
  expect(graf.partnere).toMatchObject([
    { nummer: NY, tidligere: false, relasjoner: [{ kode: 'ektefelleEllerPartner' }, { kode: 'gift' }] },
    { nummer: GAMMEL, tidligere: true, relasjoner: [{ kode: 'skilt' }, { kode: 'gift' }] },
  ]);
});

test('who is divorced now has a former spouse', () => {
  const sivilstand = [{ ...M, sivilstand: 'skilt', relatertVedSivilstand: GAMMEL }];
  expect(toFamiliegraf(toSeksjoner({ sivilstand })).partnere).toMatchObject([{ tidligere: true }]);
});

test('relatives without a number are persons of their own, by name, and an unknown role is kept', () => {
  const uten = { navn: { fornavn: 'BETRODD', etternavn: 'NØKKEL' }, foedselsdato: '1970-03-03' };
  const relatert = { relatertPersonUtenFolkeregisteridentifikator: uten };
  const graf = toFamiliegraf(
    toSeksjoner({
      familierelasjon: [
        rel('far', undefined, { ...M, ...relatert }),
        rel('far', undefined, { ...M, ...relatert }),
        rel('fadder', MOR),
      ],
    }),
  );
  expect(graf.foreldre).toMatchObject([
    { nummer: null, navn: 'BETRODD NØKKEL', foedselsdato: '1970-03-03' },
    { nummer: null, navn: 'BETRODD NØKKEL' },
  ]);
  expect(graf.andre).toMatchObject([{ nummer: MOR, relasjoner: [{ kode: 'fadder', kjent: false }] }]);
});

test('in 60 random documents every related number of the list is in the graph', () => {
  for (let froe = 1; froe <= 60; froe += 1) {
    const seksjoner = toSeksjoner(createDokument(froe));
    const graf = toFamiliegraf(seksjoner);
    const tegnet = new Set(
      GENERASJONER.flatMap((generasjon) => graf[generasjon].map(({ nummer }) => nummer)),
    );
    const iListen = seksjoner
      .filter(({ egenskap }) => egenskap === 'familierelasjon')
      .flatMap(({ gjeldende, historikk }) => [...gjeldende, ...historikk])
      .flatMap(({ felter }) => felter)
      .flatMap(({ verdi }) => (verdi.slag === 'personidentifikator' ? [verdi.nummer] : []));
    expect(
      iListen.filter((nummer) => !tegnet.has(nummer)),
      `seed ${froe}`,
    ).toEqual([]);
  }
});
