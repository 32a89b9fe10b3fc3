/** Holds that one line says what matters once: a name whole, a number with its label, no day or country twice. */
import { expect, test } from 'vitest';
import { toSammendrag } from '#components/person/sammendrag-ledd.ts';
import type { Felt, Verdi } from '#lib/domain/person/person-view.ts';

const felt = (navn: string, verdi: Verdi): Felt => ({ felt: navn, verdi });
const tekst = (navn: string, t: string) => felt(navn, { slag: 'tekst', tekst: t });
const SVERIGE: Felt = felt('utenlandskAdresse.landkode', {
  slag: 'navngitt',
  kodeverk: 'land',
  kode: 'SE',
  navn: 'Sverige',
});

test('the parts of a name are one value, those of another name another', () => {
  const navn = [
    tekst('fornavn', 'ÅSE'),
    tekst('mellomnavn', 'VAN'),
    tekst('etternavn', 'ELV'),
    tekst('originaltNavn.fornavn', 'ASE'),
  ];
  expect(toSammendrag(navn, null).map(({ verdi }) => verdi)).toEqual([
    { slag: 'tekst', tekst: 'ÅSE VAN ELV' },
    { slag: 'tekst', tekst: 'ASE' },
  ]);
});

test('an address is one line, its country is not said again, and codes are left out', () => {
  const adresse = felt('utenlandskAdresse', { slag: 'adresse', linjer: ['Provgatan 3', 'Sverige'] });
  expect(toSammendrag([adresse, SVERIGE, tekst('grunnkrets', '0307')], null)).toEqual([
    { felt: 'utenlandskAdresse', verdi: { slag: 'tekst', tekst: 'Provgatan 3, Sverige' }, medNavn: false },
  ]);
  expect(toSammendrag([SVERIGE], null)).toHaveLength(1);
});

test('the day beside the line is not repeated; another day has its label, and so has a number', () => {
  const felter = [
    felt('flyttedato', { slag: 'dato', dato: '2020-01-01' }),
    felt('sluttdato', { slag: 'dato', dato: '2021-01-01' }),
    felt('undernummer', { slag: 'heltall', tall: 1 }),
  ];
  expect(toSammendrag(felter, '2020-01-01').map(({ felt: navn, medNavn }) => [navn, medNavn])).toEqual([
    ['sluttdato', true],
    ['undernummer', true],
  ]);
});
