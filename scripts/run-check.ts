/**
 * The gate's steps: the types of the routes are made anew, then format and lint, types, architecture, dead code and
 * size run side by side. Nothing of an earlier run is believed: tsc's own record of it missed a route that had come since.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const bin = (...parts: string[]): string => path.join('node_modules', ...parts);

const RUTETYPER = { name: 'rutetyper', args: [bin('next', 'dist', 'bin', 'next'), 'typegen'] };

/** Each is run by this Node. */
const STEPS: readonly { name: string; args: readonly string[] }[] = [
  {
    name: 'biome',
    args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '--max-diagnostics=50'],
  },
  {
    name: 'typer',
    // By one: several checkers each read all there is, and have the cores to share with the other steps.
    args: [
      bin('typescript', 'bin', 'tsc'),
      '--noEmit',
      '--incremental',
      'false',
      '--singleThreaded',
      '-p',
      '.',
    ],
  },
  { name: 'arkitektur', args: [path.join('scripts', 'check-architecture.ts')] },
  { name: 'død kode', args: [bin('knip', 'bin', 'knip.js'), '--no-progress'] },
  // Of the build there is; `npm test` asks again right after it has built.
  { name: 'størrelse', args: ['--conditions=react-server', path.join('scripts', 'check-size.ts')] },
];

export type CheckResult = { name: string; isOk: boolean; output: string; seconds: number };

function runStep({ name, args }: (typeof STEPS)[number]): Promise<CheckResult> {
  const start = performance.now();
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...args],
      { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const seconds = (performance.now() - start) / 1000;
        done({ name, isOk: error === null, output: `${stdout}${stderr}`.trim(), seconds });
      },
    );
  });
}

/** Runs every step to its end, and prints the output of those that failed. */
export async function runCheck(): Promise<CheckResult[]> {
  const rutetyper = await runStep(RUTETYPER);
  const results = [rutetyper, ...(await Promise.all(STEPS.map(runStep)))];
  for (const { name, isOk, output, seconds } of results) {
    if (!isOk) console.log(`\n${output}\n`);
    console.log(`${isOk ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  }
  return results;
}
