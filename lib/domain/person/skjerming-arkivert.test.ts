/** Z-05: an older document says no more of a place than the register's of today does, whatever it says of itself. */
import { expect, test } from 'vitest';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { maskArkivert, readVern, type Vern } from './skjerming.ts';
import { toPersonView } from './to-person-view.ts';

const M = { erGjeldende: true, ajourholdstidspunkt: '2020-01-01T00:00:00Z' };
const vei = (adressegradering: string) => ({
  ...M,
  adressegradering,
  vegadresse: { adressenavn: 'HEMMELIG', poststed: { postnummer: '5003' } },
});
const rad = (graderingsnivaa: string, erGjeldende = true) => ({ ...M, erGjeldende, graderingsnivaa });

/** As she was: everything about where she lives, and a way to reach her, open. */
const create = (adressebeskyttelse: object[] = [], tag = 'ugradert') => ({
  navn: [{ ...M, fornavn: 'MILD', etternavn: 'ELV' }],
  adressebeskyttelse,
  bostedsadresse: [vei(tag)],
  oppholdsadresse: [vei(tag)],
  postadresse: [vei(tag)],
  nyEgenskap: [{ sted: 'HEMMELIG' }],
});
const readNaa = (...args: Parameters<typeof create>): Vern => readVern(parsePerson(create(...args)));
const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function show(da: object, rett: 'ingen' | 'fortrolig', naa: Vern): string {
  const view = toPersonView(maskArkivert(parsePerson(da), rett, naa), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2020-01-02T00:00:00Z'),
  });
  expect(JSON.stringify(view)).toContain('MILD');

  return JSON.stringify(view);
}

const VERNET: [string, Vern][] = [
  ['fortrolig', readNaa([rad('fortrolig')])],
  ['strengt fortrolig', readNaa([rad('strengtFortrolig')])],
  ['fortrolig before', readNaa([rad('fortrolig', false)])],
  ['at a klientadresse', readNaa([], 'klientadresse')],
];

test.each(VERNET)('somebody %s now: no place of then is shown, with or without the right', (_, naa) => {
  for (const rett of ['ingen', 'fortrolig'] as const)
    expect(show(create(), rett, naa)).not.toMatch(/HEMMELIG|5003/);
});

test.each(VERNET)(
  'somebody %s now: without the right nothing tells her from one with no address',
  (_, naa) => {
    const { navn } = create();
    expect(show(create(), 'ingen', naa)).toBe(show({ navn }, 'ingen', readNaa()));
  },
);

test('somebody protected then is masked as she was, and somebody never protected is shown', () => {
  const ingen = readNaa();
  expect(ingen).toEqual({ gradering: 'ugradert', harVern: false });
  expect(show(create([rad('strengtFortrolig')]), 'ingen', ingen)).not.toMatch(/HEMMELIG/);
  expect(show(create([], 'klientadresse'), 'ingen', ingen)).not.toMatch(/HEMMELIG/);
  expect(show(create(), 'ingen', ingen)).toMatch(/HEMMELIG.*5003/);
});

test('with the right a fortrolig address of then is said to be withheld, and a strengt fortrolig is not', () => {
  const [[, fortrolig], [, strengt]] = [VERNET[0] ?? ['', readNaa()], VERNET[1] ?? ['', readNaa()]];
  expect(show(create(), 'fortrolig', fortrolig)).toContain('"skjermet":true');
  expect(show(create(), 'fortrolig', strengt)).not.toMatch(/"skjermet":true|strengtFortrolig/);
});
