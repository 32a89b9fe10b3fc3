/** Three hundred thousand persons look like a country, agree with each other, and need no more room than they may. */
import { beforeAll, expect, test } from 'vitest';
import { createGrunnbefolkning, type Grunnbefolkning } from './grunnbefolkning.ts';
import { proevPlausibel, proevRelasjoner } from './proeve/plausibel.ts';

const ANTALL = 300_000;
/** It is computing and no waiting: beside other tests on few cores it takes as long as it takes. */
const REGNETID_MS = 300_000;
let grunn: Grunnbefolkning;
beforeAll(() => {
  grunn = createGrunnbefolkning({ froe: 1, antall: ANTALL, naa: new Date('2026-01-02') });
}, REGNETID_MS);

test('ages, homes, marriages, municipalities and statuses have plausible shares', {
  timeout: REGNETID_MS,
}, () => {
  proevPlausibel(grunn);
});

test('ten thousand persons and those whom their documents name tell the same', {
  timeout: REGNETID_MS,
}, () => {
  expect(proevRelasjoner(grunn, 10_000)).toBeGreaterThan(15_000);
});

test('the skeleton of a person takes 25 bytes', () => {
  const bytes = Object.values(grunn.skjelett).reduce<number>(
    (sum, del) => sum + (ArrayBuffer.isView(del) ? del.byteLength : 0),
    0,
  );
  expect(bytes / ANTALL).toBeLessThanOrEqual(25);
});
