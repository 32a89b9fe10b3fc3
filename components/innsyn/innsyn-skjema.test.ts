/** Holds that the log is searched for exactly the person, the days and the reason that were typed, or not at all. */
import { expect, test } from 'vitest';
import { parseInnsyn, parseUtloep, toTomtInnsyn } from '#components/innsyn/innsyn-skjema.ts';

const NAA = new Date('2026-11-21T12:00:00Z');
const TOMT = toTomtInnsyn('2026-11-21');
const UTFYLT = {
  ...TOMT,
  numre: '218180 12345\n61818012345',
  begrunnelse: ' Personen har bedt om innsyn ',
  saksreferanse: ' 2026/1 ',
};

test('the last twelve months stand there, and days are whole days in Norway', () => {
  expect(parseInnsyn(UTFYLT, NAA)).toEqual({
    krav: {
      numre: ['21818012345', '61818012345'],
      fra: '2025-11-21T00:00:00.000+01:00',
      til: '2026-11-21T23:59:59.999+01:00',
      begrunnelse: 'Personen har bedt om innsyn',
      saksreferanse: '2026/1',
    },
    feil: [],
  });
  expect(toTomtInnsyn('2028-02-29')).toMatchObject({ fra: '28.02.2027', til: '29.02.2028' });
});

test('an untouched form is told what is missing, and sends nothing', () => {
  expect(parseInnsyn(TOMT, NAA)).toEqual({
    krav: null,
    feil: [
      { felt: 'numre', feil: 'manglerNummer' },
      { felt: 'begrunnelse', feil: 'forKort' },
    ],
  });
});

test.each([
  [{ saksreferanse: '218180 12345' }, { felt: 'saksreferanse', feil: 'nummerISak' }],
  [{ numre: '21818012345\n123' }, { felt: 'numre', feil: 'ugyldigNummer', linje: 2 }],
  [{ numre: Array(6).fill('21818012345').join(',') }, { felt: 'numre', feil: 'forMangeNumre' }],
  [{ fra: 'i går' }, { felt: 'fra', feil: 'ugyldigFra' }],
  [{ til: '31.02.2026' }, { felt: 'til', feil: 'ugyldigTil' }],
  [
    { fra: '21.11.2026', til: '20.11.2026' },
    { felt: 'til', feil: 'snuddPeriode' },
  ],
  [{ begrunnelse: 'asdf asdf asdf' }, { felt: 'begrunnelse', feil: 'sierIkkeNoe' }],
  [{ begrunnelse: 'Innsyn for 218180 12345 etter brev' }, { felt: 'begrunnelse', feil: 'personnummer' }],
])('%j is named and nothing is sent', (endring, feil) => {
  expect(parseInnsyn({ ...UTFYLT, ...endring }, NAA)).toEqual({ krav: null, feil: [feil] });
});

test('an access is held back to a day that comes, at most a year ahead', () => {
  expect(parseUtloep('22.11.2026', NAA)).toBe('2026-11-22');
  expect(parseUtloep('22.11.2027', NAA)).toBe('2027-11-22');
  for (const tekst of ['', 'snart', '21.11.2026', '20.11.2026', '23.11.2027'])
    expect(parseUtloep(tekst, NAA)).toBeNull();
});
