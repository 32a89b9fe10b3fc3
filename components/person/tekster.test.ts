/** Holds that a key from data finds its text or nothing, and never something that is not a text. */
import { expect, test } from 'vitest';
import { findTekst } from '#components/person/tekster.ts';

const TRE = { kodeverk: { kjoenn: { kvinne: 'Kvinne' } } };

test('a known code finds its text', () => {
  expect(findTekst(TRE, ['kodeverk', 'kjoenn', 'kvinne'])).toBe('Kvinne');
});

test.each([
  [['kodeverk', 'kjoenn', 'ukjent']],
  [['kodeverk', 'kjoenn']],
  [['kodeverk', 'kjoenn', 'kvinne', 'length']],
  [['kodeverk', 'toString']],
  [['kodeverk', '__proto__', 'constructor']],
])('%j has no text', (sti) => {
  expect(findTekst(TRE, sti)).toBeNull();
});
