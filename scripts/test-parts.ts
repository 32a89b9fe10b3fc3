/**
 * The parts of `npm test`, each reduced to three numbers and what failed. A part in which nothing ran has failed, and what
 * failed is said again at the end: who reads a long log from its end must not have to search for it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { runCheck } from './run-check.ts';

export const ROOT = path.join(import.meta.dirname, '..');
export const TEST_DATA = path.join(ROOT, '.test-data');
/** What Node has compiled, for all the processes of a run: hundreds are started, and most of a start is compiling. */
const NODE_COMPILE_CACHE = path.join(TEST_DATA, 'kompilert');

type Counts = { passed: number; failed: number; skipped: number };
/** `failures`: file, name and the first lines of the reason of each test that failed, as far as the tool told. */
export type Part = Counts & { name: string; failures: readonly string[] };

/** Of a reason: enough to see what was expected, and no page of HTML. */
const REASON_LINES = 12;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});
const PlaywrightSpec = z.object({
  ok: z.boolean(),
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
const PlaywrightSuite = z.object({
  specs: z.array(PlaywrightSpec),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(PlaywrightSuite),
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
export function toPart(
  name: string,
  code: number,
  counts: Counts | null,
  failures: readonly string[] = [],
): Part {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const hasHiddenFault = failed === 0 && (code !== 0 || passed === 0);
  return { name, passed, failed: hasHiddenFault ? 1 : failed, skipped, failures };
}

const toFailure = (where: string, reasons: readonly string[]): string => {
  const lines = stripVTControlCharacters(reasons.join('\n')).split('\n');

  return [where, ...lines.slice(0, REASON_LINES).map((line) => `    ${line}`)].join('\n');
};

/** What vitest's report says of the tests that failed, and of the files that could not be run. */
export function listVitestFailures({ testResults }: z.infer<typeof VitestReport>): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [toFailure(file, [message])] : [];

    return failed.map(({ fullName, failureMessages }) => toFailure(`${file}: ${fullName}`, failureMessages));
  });
}

/** What Playwright's report says of the tests that failed. */
export function listPlaywrightFailures(suites: readonly z.infer<typeof PlaywrightSuite>[]): string[] {
  return suites.flatMap(({ specs, suites: inner }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, file, line, tests }) =>
        toFailure(
          `${file}:${line}: ${title}`,
          tests.flatMap(({ results }) =>
            results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')),
          ),
        ),
      ),
    ...listPlaywrightFailures(inner ?? []),
  ]);
}

const readReport = <T>(file: string, schema: z.ZodType<T>): T | null =>
  existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;

export async function runCheckPart(): Promise<Part> {
  const results = await runCheck();
  const passed = results.filter(({ isOk }) => isOk).length;
  const failed = results.filter(({ isOk }) => !isOk);
  const failures = failed.map(({ name, output }) => toFailure(name, [output]));
  return { name: 'check', passed, failed: failed.length, skipped: 0, failures };
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
  return toPart(project, code, counts, report ? listVitestFailures(report) : []);
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
  const report = readReport(path.join(TEST_DATA, 'browser.json'), PlaywrightReport);
  const counts = report && {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: report.stats.skipped,
  };
  return toPart('browser', code, counts, report ? listPlaywrightFailures(report.suites) : []);
}
