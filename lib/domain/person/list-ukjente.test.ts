/** what the portal does not know is told by where it stands, and nothing of what stands there. */
import { expect, test } from 'vitest';
import { listUkjente } from './list-ukjente.ts';
import { parsePerson } from './parse-person.ts';
import { EGENSKAPER } from './person-model.ts';
import { maskPerson } from './skjerming.ts';
import { toPersonView } from './to-person-view.ts';

const alle: ReadonlySet<string> = new Set(EGENSKAPER);

function list(dokument: unknown) {
  const person = parsePerson(dokument);
  const view = toPersonView(maskPerson(person, 'ingen'), {
    spurtEtter: alle,
    iPakken: alle,
    historikk: () => 'verdi',
    forespurtNummer: null,
    naa: new Date('2026-11-21T12:00:00Z'),
  });

  return listUkjente(person, view);
}

test('R-14: a document that is known tells nothing', () => {
  expect(list({ navn: [{ erGjeldende: true, fornavn: 'SMIDIG', etternavn: 'KOPP' }] })).toEqual([]);
});

test('R-14: fields, values and codes are told once each, without indices', () => {
  const dokument = {
    nyEgenskap: [{ a: 'x' }, { a: 'y' }],
    navn: [
      { erGjeldende: true, fornavn: ['SMIDIG', 'KOPP'], kallenavn: 'PELLE' },
      { erGjeldende: false, kallenavn: 'PER' },
    ],
    sivilstand: [{ erGjeldende: true, sivilstand: 'nySivilstand' }],
  };
  expect(list(dokument)).toEqual([
    { felt: 'nyEgenskap.a', slag: 'felt' },
    { felt: 'navn.kallenavn', slag: 'felt' },
    { felt: 'navn.fornavn', slag: 'verdi' },
    { felt: 'sivilstand.sivilstand', slag: 'kode' },
  ]);
});

test('R-14: no value is told, and no key that could be somebody', () => {
  const dokument = {
    '12838442208': 'KOPP',
    'SMIDIG KOPP': 1,
    nytt: { '12838442208': 'x' },
    annetNytt: { 'SMIDIG KOPP': { dypt: 'x' } },
    __proto__x: 'x',
  };
  const told = list(dokument);
  expect(told).toEqual([
    { felt: 'annet', slag: 'felt' },
    { felt: 'nytt', slag: 'felt' },
    { felt: 'annetNytt', slag: 'felt' },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/KOPP|12838442208/);
});
