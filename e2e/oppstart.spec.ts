/** A portal that cannot be served says why, and is gone: no port is left open that answers everybody with a fault. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { composePortalEnv } from '../scripts/portal-env.ts';
import { findFreePort } from '../scripts/ports.ts';
import { ensureSecrets } from '../scripts/secrets.ts';
import { office } from './support/office.ts';

const ROOT = path.join(import.meta.dirname, '..');

test('a setting that is missing ends the start, and is named without the value of any other', async () => {
  const { dataDir, ownerUrl } = office;
  const port = await findFreePort();
  const { porter } = JSON.parse(readFileSync(path.join(dataDir, 'simulator.json'), 'utf8'));
  const secrets = ensureSecrets(dataDir);
  const place = { dataDir, portalUrl: `http://localhost:${port}`, ownerUrl, ports: porter };
  const { OPPSLAG_KEY, ...env } = composePortalEnv(secrets, place);
  expect(OPPSLAG_KEY).toBeTruthy();
  const portal = spawn(process.execPath, [path.join('portal', 'main.ts'), '--port', String(port)], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const sagt = text(portal.stderr);
  expect(await once(portal, 'exit')).toEqual([1, null]);
  expect(await sagt).toContain('OPPSLAG_KEY');
  for (const name of ['SESSION_KEY', 'REVISJON_KEY', 'OIDC_CLIENT_SECRET'])
    expect(await sagt).not.toContain(env[name] ?? name);
});
