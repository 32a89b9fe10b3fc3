/** A note stands where a value looks wrong and is not, and only there. */
import { expect, test } from 'vitest';
import { listMerknader } from './merknader.ts';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { maskPerson } from './skjerming.ts';
import { createDokument } from './test-dokument.ts';
import { toPersonView } from './to-person-view.ts';

const M = { erGjeldende: true };
const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function list(dokument: object): string[] {
  const view = toPersonView(maskPerson(parsePerson(dokument), 'ingen'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });
  return EGENSKAPER.flatMap((egenskap) => listMerknader(view, egenskap).map(({ merknad }) => merknad));
}

const nummer = (foedselsEllerDNummer: string) => [{ ...M, status: 'iBruk', foedselsEllerDNummer }];
const foedsel = (foedselsdato: string) => [{ ...M, foedselsdato, foedselsaar: foedselsdato.slice(0, 4) }];

test.each([
  ['31909942473', '1999-10-31', false],
  ['31909942473', '1998-12-24', true],
  ['31909942473', '1999-10-30', true],
  ['45857642574', '1976-05-05', false],
  ['45857642574', '1976-05-06', true],
  ['41057612345', '1976-05-01', false],
  ['15457612345', '1976-05-15', false],
  ['99999999999', '1976-05-15', false],
])('number %s and birth date %s: differs %s', (id, dato, avviker) => {
  expect(list({ identifikasjonsnummer: nummer(id), foedsel: foedsel(dato) })).toEqual(
    avviker ? ['foedselsdatoAvviker'] : [],
  );
});

test('a name that waits for the own one is said to be so, a star alone is not', () => {
  expect(list({ navn: [{ ...M, fornavn: 'FRODIG*PIKE', etternavn: 'MOLTEBÆR' }] })).toEqual([
    'midlertidigNavn',
  ]);
  expect(list({ navn: [{ ...M, fornavn: 'STJERNE*', etternavn: 'PIKE' }] })).toEqual([]);
});

test('a birth year alone, a death without a date, and twins', () => {
  expect(list({ foedsel: [{ ...M, foedselsaar: '1956' }] })).toEqual(['bareFoedselsaar']);
  expect(list({ doedsfall: { ...M, aarsak: 'Dødsfall' } })).toEqual(['doedUtenDato']);
  const rekkefoelge = (rekkefoelgenummer: number) => list({ foedselINorge: [{ ...M, rekkefoelgenummer }] });
  expect([11, 22, 23, 7].map(rekkefoelge)).toEqual([['enkeltfoedsel'], ['flerfoedsel'], [], []]);
});

test('several numbers are explained', () => {
  const to = [...nummer('31909942473'), { status: 'opphoert', foedselsEllerDNummer: '45857642574' }];
  expect(list({ identifikasjonsnummer: to })).toEqual(['flereNummer']);
});

test('no random document makes it throw', () => {
  for (let froe = 1; froe <= 60; froe += 1) expect(Array.isArray(list(createDokument(froe)))).toBe(true);
});
