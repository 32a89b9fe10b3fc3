/** A hundred thousand persons look like a country, and agree with each other. Three times as many: the integration test. */
import { expect, test } from 'vitest';
import { createGrunnbefolkning } from './grunnbefolkning.ts';
import { proevPlausibel, proevRelasjoner } from './proeve/plausibel.ts';

test('ages, homes, marriages, municipalities and statuses have plausible shares, and relations agree', () => {
  const grunn = createGrunnbefolkning({ froe: 1, antall: 100_000, naa: new Date('2026-01-02') });
  proevPlausibel(grunn);
  expect(proevRelasjoner(grunn, 2000)).toBeGreaterThan(3000);
});
