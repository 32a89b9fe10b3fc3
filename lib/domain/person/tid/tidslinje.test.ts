/** The timeline: every fact once, in order, undated ones apart, and upkeep never counted. */
import { expect, test } from 'vitest';
import { createDokument } from '../test-dokument.ts';
import { REFORM, toSeksjoner } from './test-seksjoner.ts';
import { countGrupper, groupByAar, toTidslinje } from './tidslinje.ts';

const M = { erGjeldende: true };
const vis = (dokument: object) =>
  toTidslinje(toSeksjoner(dokument)).daterte.map(({ egenskap, art, dag }) => `${dag} ${egenskap} ${art}`);

test('a kommunereform is no move', () => {
  expect(vis(REFORM)).toEqual(['2005-05-01 bostedsadresse fra', '1999-01-01 bostedsadresse fra']);
});

test('a birth stands at the birth date, or at the year where only that is known', () => {
  const gyldighetstidspunkt = '2020-01-01T00:00:00Z';
  expect(
    vis({ foedsel: [{ ...M, gyldighetstidspunkt, foedselsdato: '1990-02-01', foedselsaar: '1990' }] }),
  ).toEqual(['1990-02-01 foedsel fra']);
  expect(vis({ foedsel: [{ ...M, foedselsaar: '1956' }] })).toEqual(['1956 foedsel fra']);
});

test('an end that the register says is a fact of its own, and so is the control of a document', () => {
  const dokument = {
    opphold: [
      { ...M, oppholdstillatelse: 'midlertidig', oppholdFra: '2020-03-01', oppholdTil: '2023-03-01' },
    ],
    legitimasjonsdokument: [
      {
        ...M,
        gyldigFra: '2019-01-01',
        dokumentkontroll: { dokumentkontrolltidspunkt: '2021-05-05T22:30:00Z' },
      },
    ],
  };
  expect(vis(dokument)).toEqual([
    '2023-03-01 opphold til',
    '2021-05-06 legitimasjonsdokument kontroll',
    '2020-03-01 opphold fra',
    '2019-01-01 legitimasjonsdokument fra',
  ]);
});

test('what has no readable date stands apart, and a day that does not exist is no date', () => {
  const { daterte, utenDato } = toTidslinje(
    toSeksjoner({ kjoenn: [{ ...M, kjoenn: 'kvinne' }], doedsfall: { ...M, doedsdato: '2020-02-30' } }),
  );
  expect(daterte).toEqual([]);
  expect(utenDato.map(({ egenskap }) => egenskap)).toEqual(['kjoenn', 'doedsfall']);
});

test('years are in order, a bare year before the days in it', () => {
  const { daterte } = toTidslinje(
    toSeksjoner({
      foedsel: [{ ...M, foedselsaar: '1956' }],
      status: [{ ...M, status: 'bosatt', gyldighetstidspunkt: '1956-01-01T12:00:00Z' }],
      navn: [{ ...M, fornavn: 'A', gyldighetstidspunkt: '1999-06-01T12:00:00Z' }],
    }),
  );
  const perAar = groupByAar(daterte).map(({ aar, punkter }) => [
    aar,
    punkter.map(({ egenskap }) => egenskap),
  ]);
  expect(perAar).toEqual([
    ['1999', ['navn']],
    ['1956', ['status', 'foedsel']],
  ]);
});

test('in 60 random documents every entry is a start or a copy exactly once, and the kinds add up', () => {
  for (let froe = 1; froe <= 60; froe += 1) {
    const seksjoner = toSeksjoner(createDokument(froe));
    const tidslinje = toTidslinje(seksjoner);
    const alle = [...tidslinje.daterte, ...tidslinje.utenDato];
    const starter = alle.filter(({ art }) => art === 'fra');
    const vist = starter.flatMap(({ oppfoering, registerendringer }) => [oppfoering, ...registerendringer]);
    const registrert = seksjoner.flatMap(({ gjeldende, historikk }) => [...gjeldende, ...historikk]);
    expect(new Set(vist), `seed ${froe}`).toEqual(new Set(registrert));
    expect(vist).toHaveLength(registrert.length);
    expect(countGrupper(tidslinje).reduce((sum, { antall }) => sum + antall, 0)).toBe(alle.length);
    const dager = tidslinje.daterte.map(({ dag }) => dag ?? '');
    expect(dager).toEqual(dager.toSorted().reverse());
  }
});
