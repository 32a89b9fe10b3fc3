/** P-10: the worker as it is started, with lists that it may not have. No database is reached before they are read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TEST_VALG } from '#lib/domain/kontroll/test-kontor.ts';

const ROOT = path.join(import.meta.dirname, '..');
const KEY = Buffer.alloc(32, 7).toString('base64');
/** Nobody’s, by its month. The other is right by the rule from 2032 only, so it is nobody’s yet; in two parts, so that it stands nowhere. */
const SYNTETISK = '12838442208';
const VIRKELIG = ['120384', '42277'].join('');
const folder = mkdtempSync(path.join(tmpdir(), 'portal-oppstart-'));
afterAll(() => rmSync(folder, { recursive: true }));

function startWorker(lokkepersoner: readonly string[], env: Record<string, string> = {}) {
  const fil = path.join(folder, 'kontroll.json');
  writeFileSync(fil, JSON.stringify({ ...TEST_VALG, lokkepersoner }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', 'worker/main.ts'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        FREG_BASE_URL: 'https://localhost:1',
        FREG_CERT_FILE: 'a',
        FREG_KEY_FILE: 'b',
        REVISJON_KEY: KEY,
        FIL_KEY: KEY,
        FIL_MAPPE: folder,
        VITNE_MAPPE: folder,
        TILGANG_FILE: path.join(ROOT, 'config/tilgang.json'),
        FORMAAL_FILE: path.join(ROOT, 'config/formaal.json'),
        KONTROLL_FILE: fil,
        // Nobody answers there, so a worker that was not refused ends at its first question.
        DATABASE_WORKER_URL: 'postgres://worker:x@127.0.0.1:1/x',
        DATABASE_FORSEGLER_URL: 'postgres://forsegler:x@127.0.0.1:1/x',
        FORSEGLING_KEY: 'PRIVATE+KEY+x',
        MANIFEST_KEY: 'PRIVATE+KEY+x',
        ...env,
      },
    },
  );

  return { status, output: stdout + stderr };
}

const REFUSED = 'lokkepersoner has a number that could be a living person';

test('P-10: outside production a number that could be somebody’s is refused at the start, and not told', () => {
  const { status, output } = startWorker([SYNTETISK, VIRKELIG]);
  expect(status).not.toBe(0);
  expect(output).toContain(REFUSED);
  expect(output).not.toContain(VIRKELIG);
  expect(output).not.toContain('ECONNREFUSED');
});

test('P-10: synthetic ones are taken, and in production any', () => {
  const starts: [string[], Record<string, string>][] = [
    [[SYNTETISK], {}],
    [[VIRKELIG], { FREG_MILJOE: 'produksjon' }],
  ];
  for (const [numre, env] of starts) {
    const { output } = startWorker(numre, env);
    expect(output).not.toContain(REFUSED);
    expect(output).toContain('ECONNREFUSED');
  }
});
