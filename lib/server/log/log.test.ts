/** N-09, R-20: nothing of a person can reach the log, whatever is given to it. */
import { execFileSync, spawn } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { toLoggableError } from './log.ts';

const NUMMER = '21818012345';

test('an error keeps its name, code and frames, and loses its message', () => {
  const error = Object.assign(new SyntaxError(`Unexpected token in {"nummer":"${NUMMER}"}`), {
    code: 'ERR_BAD',
  });
  const loggable = toLoggableError(error);
  expect(loggable.navn).toBe('SyntaxError');
  expect(loggable.kode).toBe('ERR_BAD');
  expect(loggable.rammer.length).toBeGreaterThan(0);
  expect(JSON.stringify(loggable)).not.toContain(NUMMER);
});

test('a message of several lines does not pass for frames', () => {
  const error = new Error(`line one\n    and ${NUMMER}`);
  expect(JSON.stringify(toLoggableError(error))).not.toContain(NUMMER);
});

test('a code that is not one word is dropped', () => {
  const error = Object.assign(new Error('x'), { code: `number ${NUMMER}` });
  expect(toLoggableError(error).kode).toBeUndefined();
});

const FILE = fileURLToPath(new URL('./log.ts', import.meta.url));
const toArgs = (program: string) => ['--conditions=react-server', '--input-type=module', '-e', program];

/** What is printed until all of these have been, by a process that then still runs. */
async function listenFor(program: string, ...hendelser: string[]): Promise<string> {
  const child = spawn(process.execPath, toArgs(program), { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  try {
    for await (const [chunk] of on(child.stdout, 'data', { close: ['close'] })) {
      out += chunk;
      if (hendelser.every((hendelse) => out.includes(hendelse))) break;
    }

    return out;
  } finally {
    child.kill('SIGKILL');
  }
}

test('a line that says that all is well is written soon, also when nothing follows it', async () => {
  const program = `
    const { log } = await import(${JSON.stringify(FILE)});
    log.info('first');
    setTimeout(() => log.info('second'), 300);
    setInterval(() => undefined, 1000);`;
  expect(await listenFor(program, 'first', 'second')).toMatch(/first.*\n.*second/);
});

test('what is not written when a process ends is written then', () => {
  const program = `
    const { log } = await import(${JSON.stringify(FILE)});
    for (let at = 0; at < 1000; at += 1) log.info('line');
    log.error('last');
    process.exit(0);`;
  const out = execFileSync(process.execPath, toArgs(program), { encoding: 'utf8' });
  expect(out.match(/"msg":"line"/g)).toHaveLength(1000);
  expect(out.trimEnd().split('\n').at(-1)).toContain('last');
});

test('fields outside the fixed set are not printed', () => {
  const program = `
    const { log } = await import(${JSON.stringify(FILE)});
    log.warn('planted', { mal: 'GET personer/{id}', status: 500, url: '/personer/${NUMMER}', body: { navn: 'NUMMER ${NUMMER}' },
      error: new Error('about ${NUMMER}') });`;
  const out = execFileSync(process.execPath, toArgs(program), { encoding: 'utf8' });
  expect(out).toContain('GET personer/{id}');
  expect(out).toContain('planted');
  expect(out).not.toContain(NUMMER);
});
