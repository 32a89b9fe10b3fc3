/** What a list of one's own oppslag may say, and for how long. */
import { expect, test } from 'vitest';
import { listLevende } from './levende.ts';
import { MittOppslag } from './mitt-oppslag.ts';

const OPPSLAG: MittOppslag = {
  oppslagId: '6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c',
  handlingId: '0b0e5b1e-3f0c-4a8e-9f57-0c5c4f6a7d11',
  tidspunkt: '2026-11-21T12:00:00.000Z',
  utloeper: '2026-11-21T12:30:00.000Z',
  formaal: 'saksbehandling',
  saksreferanse: '2026/123',
  pakke: 'offentlig-med-hjemmel',
};

test('Z-05: the receipt has no room for a person: any further field is refused', () => {
  expect(MittOppslag.parse(OPPSLAG)).toEqual(OPPSLAG);
  for (const felt of ['navn', 'identifikasjonsnummer', 'person', 'kriterier']) {
    expect(MittOppslag.safeParse({ ...OPPSLAG, [felt]: 'x' }).success, felt).toBe(false);
  }
});

test('an oppslag is listed until the moment it expires, and not from then on', () => {
  const slutt = Date.parse(OPPSLAG.utloeper);
  expect(listLevende([OPPSLAG], slutt - 1)).toEqual([OPPSLAG]);
  expect(listLevende([OPPSLAG], slutt)).toEqual([]);
});
