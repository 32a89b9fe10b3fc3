/**
 * `npm run e2e [-- arguments to Playwright]`: starts an office of its own on free ports, runs the browser tests against
 * it, and stops it. The specs find addresses, password and files in the JSON file that OFFICE_FILE names.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findRunningPid } from '#lib/server/db/postgres-process.ts';
import { Bruksfeil, listenForStop, runProgram } from './bruksfeil.ts';
import { ensureBuild } from './build-portal.ts';
import { ensureChromium } from './chromium.ts';
import { type Office, startOffice } from './office.ts';
import { findFreePort } from './ports.ts';

const ROOT = path.join(import.meta.dirname, '..');
const DATA_DIR = path.join(ROOT, '.test-data', 'kontor');
const OFFICE_FILE = path.join(ROOT, '.test-data', 'kontor.json');
/** Enough people for every named person and for searches with several hits, few enough to start at once. */
const ANTALL = 5_000;

/** An earlier run that was killed may have left its database server. Nothing in it is worth keeping. */
function clearDataDir(): void {
  const left = findRunningPid(path.join(DATA_DIR, 'postgres', 'klynge'));
  if (left !== null) process.kill(left, 'SIGQUIT');
  rmSync(DATA_DIR, { recursive: true, force: true });
  mkdirSync(DATA_DIR, { recursive: true });
}

function writeOfficeFile(office: Office): void {
  const { portalUrl, registerUrl, kontrollUrl, passord, ownerUrl, dataDir, portalLog } = office;
  const seen = { portalUrl, registerUrl, kontrollUrl, passord, ownerUrl, dataDir, portalLog };
  writeFileSync(OFFICE_FILE, JSON.stringify(seen, null, 2), { mode: 0o600 });
}

async function runPlaywright(signal: AbortSignal): Promise<number> {
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
  const child = spawn(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    cwd: ROOT,
    // Specs that start an office of their own load lib/server, as this program does.
    env: { ...process.env, OFFICE_FILE, NODE_OPTIONS: '--conditions=react-server' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  signal.addEventListener('abort', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

await runProgram(async () => {
  const signal = listenForStop();
  if (ensureChromium() === null)
    throw new Bruksfeil('Fant ingen Chromium og kunne ikke installere en: nettlesertestene er ikke kjørt.');
  await ensureBuild(signal);
  clearDataDir();
  const options = { dataDir: DATA_DIR, simPort: 0, antall: ANTALL, froe: 1, mode: 'start', signal } as const;
  const office = await startOffice({ ...options, portalPort: await findFreePort() });
  try {
    writeOfficeFile(office);
    return await runPlaywright(signal);
  } finally {
    await office.stop();
  }
});
