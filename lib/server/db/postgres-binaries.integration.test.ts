/** PostgreSQL's programs run as an ordinary user, wherever the repository was cloned to. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { commandAs, getPostgresBruker, isReachableByAll } from '#lib/server/db/postgres-binaries.ts';

const closed = mkdtempSync(path.join(tmpdir(), 'frp-lukket-'));
const program = path.join(closed, 'program');
// As initdb does: says who it is, and looks whether it may run its neighbour.
writeFileSync(program, '#!/bin/sh\ntest -x "$0" && id -u\n');
chmodSync(program, 0o755);

afterAll(() => rmSync(closed, { recursive: true }));

const bruker = getPostgresBruker();

test.skipIf(bruker === null)(
  'in a folder that only root may enter, a program runs as nobody and finds itself',
  async () => {
    expect(isReachableByAll(program)).toBe(false);
    const run = promisify(execFile);
    const { stdout } = await run(...commandAs(bruker, program, [], isReachableByAll(program)));
    expect(stdout.trim()).toBe(String(bruker?.uid));
    await expect(run(program, { ...bruker })).rejects.toThrow(/EACCES/);
  },
);

test('a program that all may reach, or that runs as ourselves, is run as it is', () => {
  expect(isReachableByAll('/usr/bin/env')).toBe(true);
  expect(commandAs({ uid: 65_534, gid: 65_534 }, '/usr/bin/env', ['a'], true)).toEqual([
    '/usr/bin/env',
    ['a'],
  ]);
  expect(commandAs(null, program, ['a'], false)).toEqual([program, ['a']]);
});
