/**
 * `npm run e2e [-- arguments to Playwright]`: starts offices of its own on free ports, runs the browser tests against
 * them, and stops them. Everything at once runs in two offices, one for each of Playwright's workers, so that no two specs
 * ever share one at the same time; named specs and pictures run in one. A spec finds addresses, password and files in the
 * `kontor.json` of its office, below OFFICE_FOLDER.
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
const OFFICE_FOLDER = path.join(ROOT, '.test-data', 'kontor');
/** Enough people for every named person and for searches with several hits, few enough to start at once. */
const ANTALL = 5_000;
/** Ready when a worker asks for the first time, so that no test waits for the second. */
const UTTREKK_VENT_MS = 500;

/** An earlier run that was killed may have left its database server. Nothing in it is worth keeping. */
function clearDataDir(dataDir: string): void {
  const left = findRunningPid(path.join(dataDir, 'postgres', 'klynge'));
  if (left !== null) process.kill(left, 'SIGQUIT');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
}

function writeOfficeFile(office: Office): void {
  const { portalUrl, registerUrl, kontrollUrl, passord, ownerUrl, dataDir, portalLog } = office;
  const seen = { portalUrl, registerUrl, kontrollUrl, passord, ownerUrl, dataDir, portalLog };
  writeFileSync(path.join(dataDir, 'kontor.json'), JSON.stringify(seen, null, 2), { mode: 0o600 });
}

/** Starts office number `index` of this run; the number is Playwright's for the worker that uses it. */
async function startTestOffice(index: number, signal: AbortSignal): Promise<Office> {
  const dataDir = path.join(OFFICE_FOLDER, String(index));
  clearDataDir(dataDir);
  const options = { dataDir, simPort: 0, antall: ANTALL, froe: 1, mode: 'start', signal } as const;
  const office = await startOffice({
    ...options,
    uttrekkVentMs: UTTREKK_VENT_MS,
    portalPort: await findFreePort(),
  });
  writeOfficeFile(office);
  return office;
}

async function runPlaywright(args: readonly string[], signal: AbortSignal): Promise<number> {
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
  const child = spawn(process.execPath, [cli, 'test', ...args], {
    cwd: ROOT,
    // Specs that start an office of their own load lib/server, as this program does.
    env: { ...process.env, OFFICE_FOLDER, NODE_OPTIONS: '--conditions=react-server' },
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
  const args = process.argv.slice(2);
  const isWhole = args.length === 0 && !process.env.BILDER && !process.env.DATABASE_URL;
  const offices: Office[] = [];
  try {
    // One after the other: each takes free ports, and the second may not find those that the first is about to take.
    for (let index = 0; index < (isWhole ? 2 : 1); index += 1)
      offices.push(await startTestOffice(index, signal));
    return await runPlaywright([`--workers=${offices.length}`, ...args], signal);
  } finally {
    for (const office of offices) await office.stop();
  }
});
