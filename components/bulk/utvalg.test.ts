/** Holds which rows of a list are shown, and in which order. */
import { expect, test } from 'vitest';
import { countRadslag, listUtvalg, type Sortering, type Utvalg } from '#components/bulk/utvalg.ts';
import type { Kjoeringstilstand, Nummertilstand } from '#lib/client/bulk-kjoering.ts';
import { createListedommer } from '#lib/domain/bulk/liste.ts';
import type { Personfakta } from '#lib/domain/person/personrad.ts';
import { messages } from '#messages/messages.ts';

const TEKSTER = ['03851598730', 'x', '41819077302', '03851598730', '30908299902', '41819077906'];
const judgeRad = createListedommer();
const rader = TEKSTER.map((tekst, i) => judgeRad(tekst, i + 1));

function createFakta(navn: string, foedselsdato: string | null): Personfakta {
  return {
    navn,
    foedselsdato,
    foedselsaar: null,
    identifikasjonsnummer: null,
    status: 'bosatt',
    adresse: [],
    adresseTilstand: 'ingenOpplysninger',
  };
}

const funnet = (navn: string, dato: string | null): Nummertilstand => ({
  nummer: '0',
  utfall: 'funnet',
  person: createFakta(navn, dato),
});
const SVAR: readonly Nummertilstand[] = [
  funnet('Åse Elv', '1990-01-01'),
  { utfall: 'feilet' },
  funnet('Ærlig Å', '1985-01-01'),
  funnet('Zoë Ås', null),
];
const tilstand: Kjoeringstilstand = {
  fase: 'ferdig',
  stans: null,
  totalt: 4,
  hentet: 3,
  feilet: 1,
  sisteFeil: null,
  igjenMs: null,
  getNummer: (plass) => SVAR[plass] ?? { utfall: 'venter' },
};
const show = (utvalg: Utvalg, sortering: Sortering) =>
  listUtvalg(rader, tilstand, {
    utvalg,
    sortering,
    spraak: { tekster: messages, showDatoITabell: (dato) => dato },
  }).map(({ rad }) => rad);
const RAD = { kolonne: 'rad', synkende: false } as const;

test('rows are counted by verdict and, once they are sent, by how it went', () => {
  expect([...countRadslag(rader, null)]).toEqual([
    ['gyldig', 4],
    ['ugyldigTegn', 1],
    ['duplikat', 1],
  ]);
  expect(countRadslag(rader, tilstand).get('funnet')).toBe(3);
  expect(countRadslag(rader, tilstand).get('feilet')).toBe(1);
});

test('a choice shows its rows and no others, in the order of the list', () => {
  expect(show('alle', RAD)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(show('gyldig', RAD)).toEqual([1, 3, 5, 6]);
  expect(show('feilet', RAD)).toEqual([3]);
  expect(show('alle', { ...RAD, synkende: true })).toEqual([6, 5, 4, 3, 2, 1]);
});

test('names stand in Norwegian order, and rows without a person last, whichever way', () => {
  expect(show('alle', { kolonne: 'navn', synkende: false })).toEqual([6, 5, 1, 2, 3, 4]);
  expect(show('alle', { kolonne: 'navn', synkende: true })).toEqual([1, 5, 6, 2, 3, 4]);
  expect(show('alle', { kolonne: 'foedt', synkende: false })).toEqual([5, 1, 2, 3, 4, 6]);
});
