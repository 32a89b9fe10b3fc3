/** The log of a real process: its lines come out, and when they cannot, nothing else is the worse for it (ADR 0036). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const LINJER = 3_000;
/** Lines of two levels, many times what is written together and more than a pipe holds, with turns of the process between. */
const PROGRAM = `
import { setImmediate } from 'node:timers/promises';
import { log } from '#lib/server/log/log.ts';
for (let n = 0; n < ${LINJER}; n += 1) {
  if (n % 50 === 0) log.error('proeve', { antall: n });
  else log.info('proeve', { antall: n });
  if (n % 10 === 0) await setImmediate();
}
process.stderr.write('ferdig');
`;
const ALLE = Array.from({ length: LINJER }, (_, n) => n);

function start(stdout: number | 'pipe'): {
  child: ChildProcess;
  stderr: Promise<string>;
  ended: Promise<unknown[]>;
} {
  const args = ['--conditions=react-server', '--input-type=module', '--eval', PROGRAM];
  const cwd = path.join(import.meta.dirname, '..', '..', '..');
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', stdout, 'pipe'] });
  if (!child.stderr) throw new Error('a process without stderr');

  return { child, stderr: text(child.stderr), ended: once(child, 'exit') };
}

const toAntall = (linjer: string): number[] =>
  linjer
    .trim()
    .split('\n')
    .map((linje) => JSON.parse(linje).antall);

test('every line is written once and in order, to a file', async ({ onTestFinished }) => {
  const mappe = mkdtempSync(path.join(tmpdir(), 'logg-'));
  onTestFinished(() => rmSync(mappe, { recursive: true }));
  const fil = path.join(mappe, 'portal.log');
  const { ended } = start(openSync(fil, 'a'));
  expect(await ended).toEqual([0, null]);
  expect(toAntall(readFileSync(fil, 'utf8'))).toEqual(ALLE);
});

test('a reader who comes late holds nothing up and misses nothing', async () => {
  const { child, ended } = start('pipe');
  if (!child.stdout || !child.stderr) throw new Error('a process without output');
  const [sagt] = await once(child.stderr, 'data');
  expect(String(sagt)).toBe('ferdig');
  expect(toAntall(await text(child.stdout))).toEqual(ALLE);
  expect(await ended).toEqual([0, null]);
});

test('a disk without room loses lines, and stops neither what goes on nor its end', async () => {
  const { stderr, ended } = start(openSync('/dev/full', 'a'));
  expect(await stderr).toBe('ferdig');
  expect(await ended).toEqual([0, null]);
});

test('a reader who has gone stops nothing', async () => {
  const { child, stderr, ended } = start('pipe');
  child.stdout?.destroy();
  expect(await stderr).toBe('ferdig');
  expect(await ended).toEqual([0, null]);
});
