/** Every requirement on access, privacy and the log has a test that bears its id, so that one whose last test goes is named. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from './architecture/source-file.ts';

const ROOT = path.join(import.meta.dirname, '..');
const TESTER = `{${ROOMS.join()}}/**/*.{test,spec}.{ts,tsx}`;

/** The series of security.md section 4, and how many each has. */
const SERIER = { S: 8, Z: 13, N: 18, P: 11, A: 22, D: 10 };
/** Those that no test can hold here, and what holds them instead. */
const UTEN_TEST: Record<string, string> = {
  'A-19': 'speed at many millions of rows: npm run bench -- revisjonslogg',
  'A-20': 'speed at an even rate: npm run bench -- revisjonslogg',
};

const listKrav = (): string[] =>
  Object.entries(SERIER).flatMap(([serie, antall]) =>
    Array.from({ length: antall }, (_, n) => `${serie}-${String(n + 1).padStart(2, '0')}`),
  );

test('every requirement has a test with its id, or the reason why it has none', () => {
  const filer = globSync(TESTER, { cwd: ROOT }).filter((fil) => !fil.endsWith('krav.test.ts'));
  const tekst = filer.map((fil) => readFileSync(path.join(ROOT, fil), 'utf8')).join('\n');
  const nevnt = new Set(tekst.match(/\b[SZNPAD]-\d{2}\b/g));
  expect(listKrav().filter((krav) => !nevnt.has(krav) && !(krav in UTEN_TEST))).toEqual([]);
});
