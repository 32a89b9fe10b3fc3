/** P-10: everybody in the project is made up. No file of it has a number that could be a living person's. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isVirkelig } from '#lib/domain/oppslag/personidentifikator.ts';
import { ROOMS } from './architecture/source-file.ts';

const ROOT = path.join(import.meta.dirname, '..');
const MAPPER = [...ROOMS, 'docs', 'public'].join();
const filer = globSync([`{${MAPPER}}/**/*.{ts,tsx,mjs,json,md,sql,css,csv,svg}`, '*.{ts,md,mjs}'], {
  cwd: ROOT,
});

/** Eleven digits that stand alone, or in a text as they are shown. */
const listNumre = (tekst: string): string[] =>
  [...tekst.matchAll(/(?<![\d.])\d{6} ?\d{5}(?!\d)/g)].map(([nummer]) => nummer.replace(' ', ''));

test('P-10: no file of the project has a number that could be a living person’s', () => {
  expect(filer.length).toBeGreaterThan(500);
  const funn = filer.filter((fil) => listNumre(readFileSync(path.join(ROOT, fil), 'utf8')).some(isVirkelig));
  expect(funn).toEqual([]);
});
