/** What the portal and the simulator are told, and what they are not. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Bruksfeil } from './bruksfeil.ts';
import { composePortalEnv, composeSimulatorEnv, toRoleUrl } from './portal-env.ts';
import { ensureSecrets } from './secrets.ts';

const OWNER = 'postgresql://eier:eierpassord@%2Fdata%2Fsokkel/postgres';
const PLACE = {
  dataDir: '/data',
  portalUrl: 'http://localhost:3000',
  ownerUrl: OWNER,
  ports: { register: 1, identitet: 2, kontroll: 3, maskinporten: 4, krr: 5 },
};
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'frp-hemmeligheter-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

test("the portal's environment holds neither the owner's address nor the demo password", () => {
  vi.stubEnv('DATABASE_URL', OWNER);
  const secrets = ensureSecrets(dataDir);
  const text = JSON.stringify(composePortalEnv(secrets, PLACE));
  expect(text).toContain(secrets.portalPassord);
  expect(text).not.toContain('eierpassord');
  expect(text).not.toContain(secrets.forseglingKey);
  expect(text).not.toContain(secrets.manifestKey);
  expect(text).not.toContain(secrets.forseglerPassord);
  expect(text).not.toContain(secrets.demoPassord);
});

test('settings of the surrounding shell do not reach the portal or the simulator', () => {
  vi.stubEnv('FREG_PKCS12_FILE', '/et/annet/sertifikat');
  vi.stubEnv('SIM_FROE', '99');
  const secrets = ensureSecrets(dataDir);
  expect(composePortalEnv(secrets, PLACE)).not.toHaveProperty('FREG_PKCS12_FILE');
  const settings = { dataDir, portalUrl: PLACE.portalUrl, simPort: 0, antall: 10, froe: 1 };
  expect(composeSimulatorEnv(secrets, settings).SIM_FROE).toBe('1');
});

test('a role is addressed at the same server and database, with its own name and password', () => {
  expect(toRoleUrl(OWNER, 'portal', 'a/b@c')).toBe('postgresql://portal:a%2Fb%40c@%2Fdata%2Fsokkel/postgres');
  expect(toRoleUrl('postgres://db.example:5432/x?sslmode=require', 'portal', 'p')).toBe(
    'postgres://portal:p@db.example:5432/x?sslmode=require',
  );
});

test('secrets are made once, differ from each other, and only their user may read them', () => {
  const first = ensureSecrets(dataDir);
  expect(ensureSecrets(dataDir)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(12);
  for (const key of [first.sessionKey, first.oppslagKey, first.revisjonKey, first.filKey]) {
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  }
  expect(statSync(path.join(dataDir, 'hemmeligheter.json')).mode & 0o077).toBe(0);
});

test('a secrets file of an earlier version is completed, and what it had stays', () => {
  const { filKey: _, ...earlier } = ensureSecrets(dataDir);
  const file = path.join(dataDir, 'hemmeligheter.json');
  writeFileSync(file, JSON.stringify(earlier));
  const complete = ensureSecrets(dataDir);
  expect(complete).toMatchObject(earlier);
  expect(Buffer.from(complete.filKey, 'base64')).toHaveLength(32);
  expect(ensureSecrets(dataDir)).toEqual(complete);
});

test('a secrets file that is not ours is left alone and named in one sentence', () => {
  const file = path.join(dataDir, 'hemmeligheter.json');
  writeFileSync(file, '{}');
  expect(() => ensureSecrets(dataDir)).toThrow(Bruksfeil);
  expect(readFileSync(file, 'utf8')).toBe('{}');
});
