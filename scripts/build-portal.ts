/** Builds the portal when its sources differ from those of the last build, and not otherwise. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { holdLock } from '#lib/server/db/hold-lock.ts';
import { Bruksfeil } from './bruksfeil.ts';
import { inheritedEnv } from './portal-env.ts';

const ROOT = path.join(import.meta.dirname, '..');
const STAMP = path.join(ROOT, '.next', 'bygget-av');
export const NEXT = path.join('node_modules', 'next', 'dist', 'bin', 'next');

/** What a build reads. Files of `config` are read at run time and are not here. */
const FOLDERS = ['app', 'components', 'lib', 'messages', 'portal', 'public'];
const ROOT_FILES =
  /^(package(-lock)?\.json|tsconfig\.json|.*\.config\.(ts|mjs)|proxy\.ts|instrumentation.*\.ts)$/;
const NOT_BUILT = /\.(test|spec)\.tsx?$|^vitest\.config\.ts$|^playwright\.config\.ts$/;

function listSources(): string[] {
  const nested = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file),
    ),
  );
  const own = readdirSync(ROOT).filter((file) => ROOT_FILES.test(file));
  return [...own, ...nested]
    .filter((file) => !NOT_BUILT.test(file) && statSync(path.join(ROOT, file)).isFile())
    .sort();
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of listSources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

/** True when `.next` holds the build of exactly these sources. */
export const isBuilt = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashSources();

/**
 * Runs `next build` if it is needed. Its output goes to this terminal. Two that ask at the same time build once.
 * @throws Bruksfeil when the build fails
 */
export async function ensureBuild(signal?: AbortSignal): Promise<void> {
  const release = await holdLock(STAMP);
  try {
    if (!isBuilt()) await runBuild(signal);
  } finally {
    await release();
  }
}

async function runBuild(signal: AbortSignal | undefined): Promise<void> {
  const sources = hashSources();
  // A build that is cut short must not pass for the one before it.
  rmSync(STAMP, { force: true });
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: ROOT,
    env: inheritedEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (): boolean => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  const [code] = await once(child, 'exit');
  signal?.removeEventListener('abort', stop);
  if (signal?.aborted) return;
  if (code !== 0) throw new Bruksfeil('Byggingen av portalen feilet: meldingen står over.');
  writeFileSync(STAMP, sources);
}
