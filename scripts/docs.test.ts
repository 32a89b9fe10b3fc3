/** Holds the documents to the house: what they link to is there, and so is every file and every command that they name. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOMS } from './architecture/source-file.ts';

const ROOT = path.join(import.meta.dirname, '..');
const MAPPER = [...ROOMS, 'docs', 'public'].join();
const filer = globSync([`{${MAPPER}}/**/*.*`, '*.*'], { cwd: ROOT });
const dokumenter = ['README.md', 'simulator/README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const read = (dokument: string): string => readFileSync(path.join(ROOT, dokument), 'utf8');
const listGrupper = (tekst: string, moenster: RegExp): string[] =>
  [...tekst.matchAll(moenster)].map(([, gruppe = '']) => gruppe);

test.each(dokumenter)('%s leads to what is there', (dokument) => {
  const lenker = listGrupper(read(dokument), /\]\((?!https?:)([^)#]+)/g).map((lenke) =>
    path.normalize(path.join(path.dirname(dokument), lenke)).replace(/\/$/, ''),
  );
  const mangler = lenker.filter(
    (lenke) => !filer.includes(lenke) && !filer.some((fil) => fil.startsWith(`${lenke}/`)),
  );
  expect(mangler).toEqual([]);
});

test.each(dokumenter)('%s names files and commands that are there', (dokument) => {
  const tekst = read(dokument);
  const navngitte = listGrupper(tekst, /`([\w./[\]()-]+\.(?:ts|tsx|mjs|sql))`/g);
  const mangler = navngitte.filter((navn) => !filer.some((fil) => fil === navn || fil.endsWith(`/${navn}`)));
  const kommandoer = listGrupper(tekst, /npm run (?:-s )?([a-z0-9:-]+)/g);
  expect([...mangler, ...kommandoer.filter((kommando) => !(kommando in scripts))]).toEqual([]);
});
