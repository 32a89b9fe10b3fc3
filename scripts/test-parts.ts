/** The parts of `npm test`, each reduced to three numbers. A part in which nothing ran has failed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { runCheck } from './run-check.ts';

export const ROOT = path.join(import.meta.dirname, '..');
export const TEST_DATA = path.join(ROOT, '.test-data');
/** What Node has compiled, for all the processes of a run: hundreds are started, and most of a start is compiling. */
const NODE_COMPILE_CACHE = path.join(TEST_DATA, 'kompilert');

export type Part = { name: string; passed: number; failed: number; skipped: number };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs Node with live output and nobody at the keyboard. */
async function runNode(args: readonly string[], signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', NODE_COMPILE_CACHE },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', stop);
  return code ?? 1;
}

/**
 * What a tool's report and its exit code say together: a file that could not be loaded fails without a failed test, and a
 * report that was never written is a failure.
 */
export function toPart(name: string, code: number, counts: Omit<Part, 'name'> | null): Part {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const hasHiddenFault = failed === 0 && (code !== 0 || passed === 0);
  return { name, passed, failed: hasHiddenFault ? 1 : failed, skipped };
}

const readReport = <T>(file: string, schema: z.ZodType<T>): T | null =>
  existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;

export async function runCheckPart(): Promise<Part> {
  const results = await runCheck();
  const passed = results.filter(({ isOk }) => isOk).length;
  return { name: 'check', passed, failed: results.length - passed, skipped: 0 };
}

export async function runVitestPart(project: 'unit' | 'integration', signal: AbortSignal): Promise<Part> {
  const file = path.join(TEST_DATA, `${project}.json`);
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNode([vitest, 'run', `--project=${project}*`, ...reporters], signal);
  const report = readReport(file, VitestReport);
  const counts = report && {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return toPart(project, code, counts);
}

export async function runBuildPart(signal: AbortSignal): Promise<Part> {
  const code = await runNode(['--conditions=react-server', path.join('scripts', 'build.ts')], signal);
  return toPart('build', code, { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 });
}

/** What the pages of the build weigh, against their budgets. */
export async function runSizePart(signal: AbortSignal): Promise<Part> {
  const code = await runNode(['--conditions=react-server', path.join('scripts', 'check-size.ts')], signal);
  return toPart('size', code, { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 });
}

export async function runBrowserPart(signal: AbortSignal): Promise<Part> {
  const code = await runNode(['--conditions=react-server', path.join('scripts', 'e2e.ts')], signal);
  const stats = readReport(path.join(TEST_DATA, 'browser.json'), PlaywrightReport)?.stats;
  const counts = stats && {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return toPart('browser', code, counts ?? null);
}
