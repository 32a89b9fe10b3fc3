/** What held on a day: certain only where the register says so, one at a time where only one can, and no upkeep. */
import { expect, test } from 'vitest';
import type { Oppfoering } from '../person-view.ts';
import { createDokument } from '../test-dokument.ts';
import { comparePerDato, createTidsindeks, listEndringsdager, listPerDato } from './per-dato.ts';
import { REFORM, toSeksjoner } from './test-seksjoner.ts';

const M = { erGjeldende: true };
const FOER = { erGjeldende: false };
const kl = (dag: string) => `${dag}T12:00:00Z`;

function show(dokument: object, dag: string): string[] {
  const verdi = ({ felter }: Oppfoering) => {
    const foerste = felter[0]?.verdi;
    return foerste && 'kode' in foerste ? foerste.kode : foerste?.slag === 'adresse' ? foerste.linjer[0] : '';
  };
  return listPerDato(createTidsindeks(toSeksjoner(dokument)), dag).flatMap(({ gjaldt, usikre }) => [
    ...gjaldt.map(({ oppfoering }) => `${verdi(oppfoering)}`),
    ...usikre.map(({ oppfoering }) => `${verdi(oppfoering)}?`),
  ]);
}

const SIVILSTAND = {
  sivilstand: [
    { ...M, sivilstand: 'skilt', sivilstandsdato: '2015-06-01' },
    { ...FOER, sivilstand: 'gift', sivilstandsdato: '2005-06-01' },
    { ...FOER, sivilstand: 'ugift', sivilstandsdato: '1980-01-01' },
  ],
};

test.each([
  ['1979-12-31', []],
  ['1980-01-01', ['ugift']],
  ['2005-05-31', ['ugift']],
  ['2005-06-01', ['gift']],
  ['2015-06-01', ['skilt']],
  ['2030-01-01', ['skilt']],
])('of what one has one at a time, the new one ends the old: %s', (dag, ventet) => {
  expect(show(SIVILSTAND, dag)).toEqual(ventet);
});

test('an address that ended without a successor holds until its end and not after', () => {
  const adresse = (opphoerstidspunkt?: string) => ({
    bostedsadresse: [
      {
        ...FOER,
        gyldighetstidspunkt: kl('1990-11-20'),
        ukjentBosted: {},
        vegadresse: { adressenavn: 'Nordlia' },
        opphoerstidspunkt,
      },
    ],
  });
  expect(show(adresse(kl('1994-08-01')), '1994-07-31')).toEqual(['Nordlia']);
  expect(show(adresse(kl('1994-08-01')), '1994-08-01')).toEqual([]);
  // Earlier, and nothing says until when.
  expect(show(adresse(), '2000-01-01')).toEqual(['Nordlia?']);
});

test('a date is the last day that it holds', () => {
  const opphold = [
    { ...M, oppholdstillatelse: 'midlertidig', oppholdFra: '2020-03-01', oppholdTil: '2023-03-01' },
  ];
  expect(show({ opphold }, '2023-03-01')).toEqual(['midlertidig']);
  expect(show({ opphold }, '2023-03-02')).toEqual([]);
});

test('of what one may have several, an earlier one without an end is uncertain, not counted in', () => {
  const statsborgerskap = [
    { ...M, statsborgerskap: 'NOR', ervervsdato: '2010-01-01' },
    { ...M, statsborgerskap: 'SWE', ervervsdato: '1980-01-01' },
    { ...FOER, statsborgerskap: 'DNK', ervervsdato: '1985-01-01' },
  ];
  expect(show({ statsborgerskap }, '2015-01-01')).toEqual(['NOR', 'SWE', 'DNK?']);
  expect(show({ statsborgerskap }, '1984-01-01')).toEqual(['SWE']);
});

test('what has no start is uncertain on every day', () => {
  expect(show({ kjoenn: [{ ...M, kjoenn: 'kvinne' }] }, '1999-01-01')).toEqual(['kvinne?']);
});

test('upkeep is no change: the days of a reform are not among the days of change', () => {
  const indeks = createTidsindeks(toSeksjoner(REFORM));
  expect(listEndringsdager(indeks)).toEqual(['1999-01-01', '2005-05-01']);
  const [bosted] = listPerDato(indeks, '2021-01-01');
  expect(bosted?.gjaldt.map(({ registerendringer }) => registerendringer.length)).toEqual([2]);
});

test('compared, what differs comes first, and new district codes are no difference', () => {
  const dokument = {
    ...SIVILSTAND,
    status: [{ ...M, status: 'bosatt', gyldighetstidspunkt: kl('1980-01-01') }],
  };
  const rader = comparePerDato(createTidsindeks(toSeksjoner(dokument)), '2000-01-01', '2010-01-01');
  expect(rader.map(({ egenskap, endret }) => [egenskap, endret])).toEqual([
    ['sivilstand', true],
    ['status', false],
  ]);
  expect(comparePerDato(createTidsindeks(toSeksjoner(REFORM)), '2006-01-01', '2022-01-01')[0]?.endret).toBe(
    false,
  );
});

test('in 60 random documents nothing is shown that the view does not hold, and nothing twice', () => {
  for (let froe = 1; froe <= 60; froe += 1) {
    const seksjoner = toSeksjoner(createDokument(froe));
    const registrert = new Set(seksjoner.flatMap(({ gjeldende, historikk }) => [...gjeldende, ...historikk]));
    const indeks = createTidsindeks(seksjoner);
    for (const dag of [...listEndringsdager(indeks).slice(0, 20), '1900-01-01', '2100-01-01']) {
      const vist = listPerDato(indeks, dag).flatMap(({ gjaldt, usikre }) =>
        [...gjaldt, ...usikre].map(({ oppfoering }) => oppfoering),
      );
      expect(new Set(vist).size).toBe(vist.length);
      expect(vist.filter((en) => !registrert.has(en))).toEqual([]);
    }
  }
});
