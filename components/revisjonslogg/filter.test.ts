/** Holds that the log is asked for exactly what its reader typed, or not at all. */
import { expect, test } from 'vitest';
import { parseFilter, TOMT_FILTER } from '#components/revisjonslogg/filter.ts';

const NAA = new Date('2026-11-21T12:00:00Z');

test('an empty filter asks for everything', () => {
  expect(parseFilter(TOMT_FILTER, NAA)).toEqual({ filter: {}, feil: [] });
});

test('days are whole days in Norway and a pasted number loses its space', () => {
  const utfylt = {
    bruker: ' sb ',
    personidentifikator: '018999 12345',
    fra: '01.07.2026',
    til: '2026-12-01',
  };
  expect(parseFilter(utfylt, NAA)).toEqual({
    filter: {
      bruker: 'sb',
      personidentifikator: '01899912345',
      fra: '2026-07-01T00:00:00.000+02:00',
      til: '2026-12-01T23:59:59.999+01:00',
    },
    feil: [],
  });
});

test('what cannot be read is named and left out', () => {
  const utfylt = { ...TOMT_FILTER, personidentifikator: '123', fra: 'i går', til: '31.02.2026' };
  expect(parseFilter(utfylt, NAA)).toEqual({ filter: {}, feil: ['personidentifikator', 'fra', 'til'] });
});
