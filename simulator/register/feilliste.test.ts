/** A fault that nobody has tried over TLS is only a name. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FEIL } from './feilliste.ts';

const PROEVER = [
  'feilsvar.integration.test.ts',
  'feildata.integration.test.ts',
  '../tjenerfeil.integration.test.ts',
  '../maskinporten/feil.integration.test.ts',
];

test('every fault of the list is tried by a test of what a client sees', () => {
  const tekst = PROEVER.map((fil) => readFileSync(new URL(fil, import.meta.url), 'utf8')).join();
  expect(Object.keys(FEIL).filter((navn) => !tekst.includes(`'${navn}'`))).toEqual([]);
});
