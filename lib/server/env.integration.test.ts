/** The settings of the way to KRR are all or none, as a portal that starts reads them; a fault is named without a value. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { composePortalEnv } from '../../scripts/portal-env.ts';
import { ensureSecrets } from '../../scripts/secrets.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-env-'));
afterAll(() => rmSync(dataDir, { recursive: true }));
const env = composePortalEnv(ensureSecrets(dataDir), {
  dataDir,
  portalUrl: 'http://localhost:1',
  ownerUrl: 'postgres://eier@127.0.0.1:1/x',
  ports: { register: 2, identitet: 3, kontroll: 4, maskinporten: 5, krr: 6 },
});
const PROGRAM = `const { getKrrEnv } = await import('./lib/server/env.ts');
  console.log(getKrrEnv()?.KRR_BASE_URL ?? 'ingen vei');`;

function read(endring: Record<string, string | undefined>): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--input-type=module', '-e', PROGRAM],
    { cwd: path.join(import.meta.dirname, '..', '..'), encoding: 'utf8', env: { ...env, ...endring } },
  );

  return `${stdout}${stderr}`;
}
const KRR = ['ISSUER', 'TOKEN_URL', 'CLIENT_ID', 'JWK_FILE'].map((navn) => `MASKINPORTEN_${navn}`);
const uten = (...navn: string[]) => Object.fromEntries(navn.map((en) => [en, undefined]));

test('all of them is a way to KRR, none of them is none', () => {
  expect(read({}).trim()).toBe('https://localhost:6');
  expect(read(uten(...KRR, 'KRR_BASE_URL', 'KRR_CA_FILE')).trim()).toBe('ingen vei');
});

test('some of them, or one in clear, is a fault that names what is wrong and tells no value', () => {
  expect(read(uten('MASKINPORTEN_CLIENT_ID', 'KRR_BASE_URL'))).toMatch(
    /not usable\. MASKINPORTEN_CLIENT_ID: .*; KRR_BASE_URL: /,
  );
  const iKlartekst = read({ MASKINPORTEN_TOKEN_URL: 'http://hemmelig.example/token' });
  expect(iKlartekst).toContain('MASKINPORTEN_TOKEN_URL');
  expect(iKlartekst).not.toContain('hemmelig');
});
