/** Holds that the log is asked for exactly what its reader typed, or not at all. */
import { expect, test } from 'vitest';
import { listUtfylte, parseFilter, TOMT_FILTER, toUtfylt } from '#components/revisjonslogg/filter.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test('an empty filter asks for everything', () => {
  expect(parseFilter(TOMT_FILTER, NAA)).toEqual({ filter: {}, feil: [] });
  expect(listUtfylte(TOMT_FILTER)).toEqual([]);
});

test('days are whole days in Norway and a pasted number loses its space', () => {
  const utfylt = {
    ...TOMT_FILTER,
    bruker: ' sb ',
    personidentifikator: '018999 12345',
    begrunnelse: ' Innsynskrav fra den registrerte ',
    fra: '01.07.2026',
    til: '2026-12-01',
  };
  expect(parseFilter(utfylt, NAA)).toEqual({
    filter: {
      bruker: 'sb',
      personidentifikator: '01899912345',
      begrunnelse: 'Innsynskrav fra den registrerte',
      fra: '2026-07-01T00:00:00.000+02:00',
      til: '2026-12-01T23:59:59.999+01:00',
    },
    feil: [],
  });
});

test('what is chosen is sent as it is, and a choice that is none is not', () => {
  const valgt = {
    handling: 'BULK',
    utfall: 'avvist',
    formaal: 'bosted',
    saksreferanse: '2026/1',
    pakke: 'finans',
  };
  expect(parseFilter({ ...TOMT_FILTER, ...valgt }, NAA)).toEqual({ filter: valgt, feil: [] });
  expect(parseFilter({ ...TOMT_FILTER, utfall: 'x', pakke: 'y' }, NAA).filter).toEqual({});
  expect(listUtfylte({ ...TOMT_FILTER, ...valgt })).toEqual(Object.keys(valgt));
});

test('what cannot be read is named and left out', () => {
  const utfylt = { ...TOMT_FILTER, personidentifikator: '123', fra: 'i går', til: '31.02.2026' };
  expect(parseFilter(utfylt, NAA)).toEqual({
    filter: {},
    feil: [
      { felt: 'fra' },
      { felt: 'til' },
      { felt: 'personidentifikator' },
      { felt: 'begrunnelse', grunn: 'forKort' },
    ],
  });
});

test('A-15: a person is asked for with a reason that says something, or not at all', () => {
  const utfylt = { ...TOMT_FILTER, personidentifikator: '01899912345', begrunnelse: 'asdf asdf asdf' };
  expect(parseFilter(utfylt, NAA)).toEqual({
    filter: {},
    feil: [{ felt: 'begrunnelse', grunn: 'sierIkkeNoe' }],
  });
});

test('a filter that was kept is filled in as it was, days and all', () => {
  const { filter } = parseFilter(
    { ...TOMT_FILTER, bruker: 'sb', utfall: 'avvist', fra: '01.07.2026', til: '31.12.2026' },
    NAA,
  );
  expect(parseFilter(toUtfylt(filter), NAA)).toEqual({ filter, feil: [] });
});
