/** F-08: the check of a file as whoever received it runs it, with nothing of an installation around her. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { createTestnote, UTTREKK_ID } from '#lib/server/uttrekk/manifest/test-manifest.ts';

const mappe = mkdtempSync(path.join(tmpdir(), 'mottaker-'));
afterAll(() => rmSync(mappe, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', path.join(import.meta.dirname, 'uttrekk.ts'), ...args],
    { cwd: mappe, encoding: 'utf8', env: { PATH: process.env.PATH, NODE_ENV: 'production' } },
  );
  return { status, stdout, stderr };
}

test('a pair of keys is made; a file is found whole by the public one, and a tampered one is named by its piece', async () => {
  const { stdout } = run('ny-noekkel', 'virksomhet.no/uttrekk');
  const [, privat = '', offentlig = ''] =
    /^MANIFEST_KEY=(.+)\nMANIFEST_OFFENTLIG=(virksomhet\.no\/uttrekk.+)\n$/.exec(stdout) ?? [];
  const innhold = Buffer.alloc(1024 * 1024 + 10, 'a');
  writeFileSync(path.join(mappe, 'fil'), innhold);
  writeFileSync(path.join(mappe, 'endret'), Buffer.concat([innhold.subarray(1), Buffer.of(0)]));
  writeFileSync(path.join(mappe, 'noekkel'), offentlig);
  writeFileSync(path.join(mappe, 'manifest'), await createTestnote(innhold, parseSigneringsnoekkel(privat)));
  expect(run('verify', 'fil', 'manifest', '--noekkel', offentlig)).toEqual({
    status: 0,
    stdout: `Filen stemmer: 7 rader fra uttrekk ${UTTREKK_ID}, uendret siden den ble laget.\n`,
    stderr: '',
  });
  expect(run('verify', 'endret', 'manifest', '--noekkel', 'noekkel')).toEqual({
    status: 2,
    stdout:
      'Del 2 stemmer ikke: byte 1048576 til og med 1048585.\nFilen er ikke den som ble signert: 1 av 2 deler avviker, og den er 1048586 byte mot 1048586.\n',
    stderr: '',
  });
});

test('a key that is none is one sentence', () => {
  expect(run('verify', 'fil', 'manifest', '--noekkel', 'x')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Nøkkelen er ikke en offentlig nøkkel for manifester.\n',
  });
});
