/**
 * What must be there before anything else can run. Plain JavaScript without packages, because it runs on whatever Node
 * the machine has (20 or newer) and before `npm ci`. Everything after it runs on the Node 24 of the lock file.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const LOWEST_NODE = 20;
const WANTED_NODE = 24;

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Something the person at the keyboard must put right. The message is one sentence. */
export class Oppsettsfeil extends Error {}

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0]);

/** The hash of the lock file that node_modules was installed from, written by us after each `npm ci`. */
function isInstalled() {
  const stamp = path.join(ROOT, 'node_modules', '.installert-fra');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashLockFile();
}

const hashLockFile = () =>
  createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');

function install() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    throw new Oppsettsfeil(`Kan ikke installere: mangler skrivetilgang til ${ROOT}.`);
  }
  console.log('Installerer pakker (npm ci) …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw new Oppsettsfeil('Fant ikke npm: installer npm sammen med Node.');
  if (status !== 0) throw new Oppsettsfeil('npm ci feilet: meldingen står over.');
  writeFileSync(path.join(ROOT, 'node_modules', '.installert-fra'), hashLockFile());
}

/** The machine's own Node when it is new enough, else the one from the lock file. */
function findNode() {
  if (majorOf(process.version) >= WANTED_NODE) return process.execPath;
  const fromLockFile = path.join(ROOT, 'node_modules', '.bin', 'node');
  const { status, stdout } = spawnSync(fromLockFile, ['--version'], { encoding: 'utf8' });
  if (status === 0 && majorOf(stdout) >= WANTED_NODE) return fromLockFile;
  throw new Oppsettsfeil(
    `Fant ingen Node ${WANTED_NODE} for ${process.platform}-${process.arch}: installer Node ${WANTED_NODE} eller nyere.`,
  );
}

/**
 * Installs what is missing.
 * @returns {string} the path of a Node 24 or newer
 * @throws Oppsettsfeil
 */
export function setup() {
  if (majorOf(process.version) < LOWEST_NODE) {
    throw new Oppsettsfeil(`Node ${LOWEST_NODE} eller nyere kreves, denne er ${process.version}.`);
  }
  if (!isInstalled()) install();
  return findNode();
}
