/** N-09, R-20: nothing of a person can reach the log, whatever is given to it. */
import { execFileSync } from 'node:child_process';
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

test('fields outside the fixed set are not printed', () => {
  const file = fileURLToPath(new URL('./log.ts', import.meta.url));
  const program = `
    const { log } = await import(${JSON.stringify(file)});
    log.warn('planted', { mal: 'GET personer/{id}', status: 500, url: '/personer/${NUMMER}', body: { navn: 'NUMMER ${NUMMER}' },
      error: new Error('about ${NUMMER}') });`;
  const out = execFileSync(
    process.execPath,
    ['--conditions=react-server', '--input-type=module', '-e', program],
    {
      encoding: 'utf8',
    },
  );
  expect(out).toContain('GET personer/{id}');
  expect(out).toContain('planted');
  expect(out).not.toContain(NUMMER);
});
