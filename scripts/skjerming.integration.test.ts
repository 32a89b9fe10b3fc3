/** Z-07: the list as the one who keeps it brings it: whole or not at all, counted in the log, and no number left anywhere. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { createSkjermingsliste } from '#lib/server/personregel/skjermingsliste.ts';
import {
  createSigneringsnoekkel,
  parseSigneringsnoekkel,
} from '#lib/server/revisjonslogg/forsegling/note.ts';

const KEY = Buffer.alloc(32, 5).toString('base64');
const [EN, TO, TRE] = ['12838442208', '05918242513', '21861292476'];
const folder = mkdtempSync(path.join(tmpdir(), 'portal-skjerming-'));
const fil = path.join(folder, 'liste.csv');
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(async () => {
  await db.stop();
  rmSync(folder, { recursive: true });
});

/** Right by the rule from 2032 only, so it is nobody's yet; in two parts, so that it stands nowhere. */
const VIRKELIG = ['120384', '42277'].join('');

function runImport(innhold: string, ...args: string[]) {
  return runImportMot('test', innhold, ...args);
}

function runImportMot(miljoe: 'test' | 'produksjon', innhold: string, ...args: string[]) {
  writeFileSync(fil, innhold);
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production' as const,
    FREG_MILJOE: miljoe,
    DATABASE_URL: db.ownerUrl,
    DATABASE_FORSEGLER_URL: db.toUrl('forsegler'),
    DATABASE_PORTAL_URL: db.toUrl('portal'),
    REVISJON_KEY: Buffer.alloc(32, 7).toString('base64'),
    OPPSLAG_KEY: KEY,
    FORSEGLING_OFFENTLIG: parseSigneringsnoekkel(createSigneringsnoekkel('prøve/logg')).kontrolltekst,
    VITNE_MAPPE: folder,
  };
  const program = path.join(import.meta.dirname, 'skjerming.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', program, 'import', fil, ...args],
    { cwd: path.join(import.meta.dirname, '..'), env, encoding: 'utf8' },
  );

  return { status, stdout, stderr };
}

/** As a process that has not read the list before. */
const listPaaListen = async () =>
  [...(await createSkjermingsliste(db.portal, KEY).listSkjermede('ny', [EN, TO, TRE]))].sort();
const listRader = async () =>
  (
    await db.owner.query(
      `select slag, utfall, saksreferanse, innhold->'antall' as antall from revisjonslogg.rad
       where handling = 'SKJERMINGSLISTE' order by id`,
    )
  ).rows;

test('a list is counted, bites, and takes the place of the one before', async () => {
  expect(runImport(`nummer;navn\n${EN};a\n${TO};b\n`, '--sak', '2026/7')).toEqual({
    status: 0,
    stdout: 'Skjermingslisten har nå 2 numre.\n',
    stderr: '',
  });
  expect(await listPaaListen()).toEqual([TO, EN]);
  expect(await listRader()).toEqual([
    { slag: 'INTENT', utfall: null, saksreferanse: '2026/7', antall: null },
    { slag: 'DISCLOSED', utfall: 'importert', saksreferanse: '2026/7', antall: 2 },
  ]);
  expect(runImport(`${TRE}\n`, '--sak', '2026/8').status).toBe(0);
  expect(await listPaaListen()).toEqual([TRE]);
});

test('a file that is no list changes nothing, and says which lines and not what stands in them', async () => {
  const before = [await listPaaListen(), await listRader()];
  const feil = runImport(`${EN}\n12838442209\n`, '--sak', '2026/9');
  expect(feil.status).toBe(1);
  expect(feil.stderr).toContain('Disse linjene begynner ikke med et gyldig nummer: 2.');
  expect(feil.stderr).not.toContain('12838442209');
  expect(runImport('', '--sak', '2026/9').stderr).toContain('Filen har ingen numre.');
  expect(runImport(`${EN}\n`).stderr).toContain('Bruk: npm run skjerming');
  expect([await listPaaListen(), await listRader()]).toEqual(before);
});

test('P-10: a number that could be a living person’s is taken in production only', async () => {
  const before = [await listPaaListen(), await listRader()];
  const feil = runImport(`${EN}\n${VIRKELIG}\n`, '--sak', '2026/10');
  expect(feil.status).toBe(1);
  expect(feil.stderr).toContain('Disse linjene kan gjelde virkelige personer: 2.');
  expect(feil.stderr).not.toContain(VIRKELIG);
  expect([await listPaaListen(), await listRader()]).toEqual(before);
  expect(runImportMot('produksjon', `${EN}\n${VIRKELIG}\n`, '--sak', '2026/10').status).toBe(0);
  expect(await listPaaListen()).toEqual([EN]);
});
