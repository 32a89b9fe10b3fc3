/**
 * N-02: access does not depend on proxy.ts. The built portal is started once more with the proxy taken out of the
 * build, and everything that a stranger or the wrong user was refused before is refused again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { composePortalEnv } from '../scripts/portal-env.ts';
import { findFreePort } from '../scripts/ports.ts';
import { listRuter, toSti } from '../scripts/ruter.ts';
import { ensureSecrets } from '../scripts/secrets.ts';
import { expectStrangerRefused, expectStrangerSentAway } from './support/fremmed.ts';
import { getScenarioNummer, office } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';

const ROOT = path.join(import.meta.dirname, '..');
let folder: string;
let portal: ChildProcess;
let url: string;

function copyWithoutProxy(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'portal-uten-proxy-'));
  const source = path.join(ROOT, '.next');
  const isCache = (file: string) => /^(cache|dev)(\/|$)/.test(path.relative(source, file));
  cpSync(source, path.join(copy, '.next'), { recursive: true, filter: (file) => !isCache(file) });
  for (const name of ['node_modules', 'package.json', 'public', 'config']) {
    symlinkSync(path.join(ROOT, name), path.join(copy, name));
  }
  const manifest = path.join(copy, '.next', 'server', 'functions-config-manifest.json');
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  expect(Object.keys(functions)).toContain('/_middleware');
  delete functions['/_middleware'];
  writeFileSync(manifest, JSON.stringify({ ...rest, functions }));

  return copy;
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = copyWithoutProxy();
  const port = await findFreePort();
  url = `http://localhost:${port}`;
  const { porter } = JSON.parse(readFileSync(path.join(office.dataDir, 'simulator.json'), 'utf8'));
  const { dataDir, ownerUrl } = office;
  const env = composePortalEnv(ensureSecrets(dataDir), { dataDir, portalUrl: url, ownerUrl, ports: porter });
  portal = spawn(process.execPath, [path.join(ROOT, 'portal', 'main.ts'), '--port', String(port)], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const isReady = () =>
    fetch(`${url}/api/internal/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(isReady, { timeout: 60_000 }).toBe(204);
});
test.afterAll(() => {
  portal?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the proxy is really out: pages come without its policy', async () => {
  expect((await fetch(`${url}/logg-inn`)).headers.get('content-security-policy')).toBeNull();
});

test('N-02: without the proxy every page still sends a stranger to sign-in, and no route gives her anything', async () => {
  const { api, sider } = listRuter(ROOT);
  for (const side of sider) if (side.handling !== null) await expectStrangerSentAway(url, toSti(side));
  for (const rute of api) if (rute.handling !== null) await expectStrangerRefused(url, rute);
});

test('N-02: without the proxy the API still refuses the stranger, the wrong role and the wrong origin', async () => {
  const nummer = await getScenarioNummer('ordinaer-mor');
  const body = JSON.stringify(toRequest({ identifikasjonsnummer: nummer }));
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/api/oppslag`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const ours = { origin: url, 'sec-fetch-site': 'same-origin' };
  const { cookie } = await signInAs('saksbehandler');
  expect((await post(ours)).status).toBe(401);
  expect((await post({ cookie })).status).toBe(403);
  expect((await post({ ...ours, cookie: (await signInAs('administrator')).cookie })).status).toBe(403);
  expect((await post({ ...ours, cookie })).status).toBe(200);
});
