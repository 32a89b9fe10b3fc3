/**
 * What somebody has who runs code of her own in the portal's place (security.md N-15), tried by a process that is started
 * as the portal is, with its environment and its two roles of a real database. The portal holds the way to the register, by
 * decision; what it does not hold is the log's past, its seals, the work of uttrekk, and anybody else's place.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/db/test-database.ts';
import { startChild } from './child.ts';
import type { Funnet } from './inntrenger.fixture.ts';
import { composePortalEnv, composeWorkerEnv } from './portal-env.ts';
import { ensureSecrets, toRollepassord } from './secrets.ts';
import { FORSOEK, LESER, PORTAL } from './test-inntrenger.ts';

let db: TestDatabase;
let dataDir: string;
/** What there is to find, by name. */
let secrets: Record<string, string>;
let portal: Funnet;
let worker: Funnet;

/** Runs the intruder with what the office starts a process with. */
async function breakInto(navn: string, env: NodeJS.ProcessEnv): Promise<Funnet> {
  const logFile = path.join(dataDir, 'logg', navn);
  const argument = JSON.stringify({
    forsoek: FORSOEK,
    andre: ['eier', 'portal', 'revisjonsleser', 'worker', 'forsegler'],
  });
  const child = startChild({
    args: [path.join('scripts', 'inntrenger.fixture.ts'), argument],
    env: { ...env, NODE_ENV: 'production' },
    logFile,
  });
  const how = await child.ended;
  const text = readFileSync(logFile, 'utf8');
  expect(how, text.slice(-500)).toBe('kode 0');

  return JSON.parse(text.slice(text.indexOf('{"lest"')));
}

beforeAll(async () => {
  db = await createTestDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'frp-inntrenger-'));
  const installasjon = ensureSecrets(dataDir);
  secrets = { ...installasjon, eierpassord: new URL(db.ownerUrl).password };
  // As the office does when it starts.
  await migrate(db.ownerUrl, toRollepassord(installasjon));
  mkdirSync(path.join(dataDir, 'pki'));
  writeFileSync(path.join(dataDir, 'pki', 'virksomhet.key'), 'the key of the virksomhetssertifikat');
  const ports = { register: 1, identitet: 2, kontroll: 3, maskinporten: 4, krr: 5 };
  const place = { dataDir, portalUrl: 'http://localhost:3000', ownerUrl: db.ownerUrl, ports };
  portal = await breakInto('portal', composePortalEnv(installasjon, place));
  worker = await breakInto('arbeider', composeWorkerEnv(installasjon, place));
});
afterAll(async () => {
  await db.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Names of the secrets of the installation that stand anywhere in what was read, and not only as a word of it. */
function listSecrets({ lest }: Funnet): string[] {
  const verdier = Object.values(lest.miljoe).flatMap((verdi = '') => [verdi, ...verdi.split(/[:/@]/)]);
  const har = (hemmelig: string): boolean =>
    verdier.includes(hemmelig) || lest.filer.some((fil) => fil.includes(hemmelig));

  return Object.entries(secrets)
    .filter(([, verdi]) => har(verdi))
    .map(([navn]) => navn)
    .sort();
}

test('N-15: of the secrets of the installation the portal holds its own, and none of the seals or of the worker', () => {
  expect(listSecrets(portal)).toEqual([
    'filKey',
    'leserPassord',
    'oidcKlienthemmelighet',
    'oppslagKey',
    'portalPassord',
    'revisjonKey',
    'sessionKey',
  ]);
  // The same look in the worker's place finds what it holds, so it would have been found.
  expect(listSecrets(worker)).toEqual([
    'filKey',
    'forseglerPassord',
    'forseglingKey',
    'manifestKey',
    'revisjonKey',
    'workerPassord',
  ]);
});

test('N-15, not held: the portal is the register’s client, and its place has the key of the certificate', () => {
  expect(portal.lest.filer).toContain('the key of the virksomhetssertifikat');
});

test('N-15: with what the portal holds nobody signs in to the database as another', () => {
  expect(portal.inne).toEqual(['portal', 'revisjonsleser']);
});

const ROLLER = ['DATABASE_LESER_URL', 'DATABASE_PORTAL_URL'];

test.each(ROLLER)('N-15: %s undoes nothing, becomes nobody else and reaches nothing outside', (navn) => {
  const { utfall, makt, sekvenser } = portal.roller[navn] ?? {};
  expect(Object.keys(portal.roller).sort()).toEqual(ROLLER);
  // No privilege.
  expect(Object.entries(utfall ?? {}).filter(([, kode]) => kode !== '42501')).toEqual([]);
  expect(Object.keys(utfall ?? {})).toHaveLength(FORSOEK.length);
  expect({ makt, sekvenser }).toEqual({ makt: [], sekvenser: [] });
});

test('N-15: every privilege that the portal has on any table is one that it was given on purpose', () => {
  expect(portal.roller.DATABASE_PORTAL_URL?.tabeller).toEqual(PORTAL);
  expect(portal.roller.DATABASE_PORTAL_URL?.funksjoner).toEqual([
    'portal.ta_begrunnelse(hvem uuid, hva bytea)',
    'revisjonslogg.eldste_uforseglede() as its owner',
    'revisjonslogg.mark_uavklarte(siden timestamp with time zone) as its owner',
    'uttrekk.slettes(u uttrekk.uttrekk)',
  ]);
});

test('N-15: the role that reads the log for its readers can do that and nothing else', () => {
  expect(portal.roller.DATABASE_LESER_URL?.tabeller).toEqual(LESER);
  expect(portal.roller.DATABASE_LESER_URL?.funksjoner).toEqual([]);
});
