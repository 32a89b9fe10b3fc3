/** Each rule is held by a planted breach: a tree that keeps every rule, and one file that breaks one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFaults } from './find-faults.ts';
import { findLockFaults } from './lock-file.ts';

const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', license: 'MIT' } } });
const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

function findIn(files: Record<string, string>): { found: string[]; scanned: number } {
  const root = mkdtempSync(path.join(tmpdir(), 'frp-arkitektur-'));
  roots.push(root);
  for (const [name, text] of Object.entries({ 'package-lock.json': LOCK, ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { faults, scanned } = findFaults(root);
  return { found: faults.map(({ path: file, sentence }) => `${file}: ${sentence}`), scanned };
}

const MARK = "/** Rule. */\nimport 'server-only';\n";

const KEEPS_EVERY_RULE: Record<string, string> = {
  'app/oppslag/page.tsx':
    "import { A } from '#components/oppslag/a.tsx';\nimport { B } from '#lib/server/session.ts';\n",
  'app/api/oppslag/route.ts':
    "import { route } from '#lib/server/http/route.ts';\nexport const POST = route({}, run);\n",
  'app/api/internal/live/route.ts': 'export const GET = probe(check);\n',
  'app/api/fil/route.ts': 'export const GET = download({}, start);\n',
  'app/api/auth/[...nextauth]/route.ts': "import NextAuth from 'next-auth';\nexport { handler as GET };\n",
  'components/oppslag/a.tsx':
    "'use client';\nimport { B } from '#components/ui/b.tsx';\nimport { C } from '#lib/client/c.ts';\n",
  'components/ui/b.tsx': "import { useState } from 'react';\n",
  'lib/client/c.ts': "import type { D } from '#lib/domain/d.ts';\nfetch('/api/oppslag');\n",
  'lib/domain/d.ts': "// process.env and 'use server' may be named in a comment\nimport { z } from 'zod';\n",
  'lib/server/env.ts': `${MARK}process.env.X;\n`,
  'lib/server/session.ts': `${MARK}import NextAuth from 'next-auth';\nimport { p } from './db/pool.ts';\n`,
  'lib/server/db/pool.ts': `${MARK}import { Pool } from 'pg';\n`,
  'lib/server/log/log.ts': `${MARK}import pino from 'pino';\n`,
  'lib/server/freg/call.ts': `${MARK}import { request } from 'undici';\nimport { log } from '#lib/server/log/log.ts';\n`,
  'lib/server/oppslag/run-oppslag.ts': `${MARK}import { call } from '#lib/server/freg/call.ts';\n`,
  'simulator/main.ts': "import { x } from './x.ts';\nimport https from 'node:https';\n",
  'simulator/x.ts': 'process.env.SIM_PORT;\n',
  'e2e/oppslag.spec.ts': "import { x } from '../simulator/x.ts';\n",
  'scripts/demo.ts': "import { x } from '#lib/server/db/pool.ts';\nprocess.env.DATA_DIR;\n",
};

/** Each breaks exactly one rule: file, text, and the sentence that must come. */
const BREACHES: [file: string, text: string, sentence: string][] = [
  [
    'components/oppslag/x.tsx',
    "import { s } from '#lib/server/session.ts';",
    'may not import lib/server/session.ts',
  ],
  [
    'components/oppslag/x.tsx',
    "import type { S } from '#lib/server/session.ts';",
    'may not import lib/server/session.ts',
  ],
  [
    'components/oppslag/x.tsx',
    "import {\n  s,\n} from '../../lib/server/session.ts';",
    'may not import lib/server/session.ts',
  ],
  [
    'components/oppslag/x.tsx',
    "const s = import('#lib/server/session.ts');",
    'may not import lib/server/session.ts',
  ],
  [
    'components/oppslag/x.tsx',
    "import { h } from '#components/hendelse/h.tsx';",
    'may not import components/hendelse/h.tsx',
  ],
  ['components/ui/x.tsx', "import { d } from '#lib/domain/d.ts';", 'may not import lib/domain/d.ts'],
  [
    'lib/client/x.ts',
    "import { a } from '#components/oppslag/a.tsx';",
    'may not import components/oppslag/a.tsx',
  ],
  ['lib/client/x.ts', "import { p } from '#lib/server/db/pool.ts';", 'may not import lib/server/db/pool.ts'],
  ['lib/domain/x.ts', "import { c } from '#lib/client/c.ts';", 'may not import lib/client/c.ts'],
  ['lib/domain/x.ts', "import dayjs from 'dayjs';", 'may not import dayjs: lib/domain is pure'],
  ['lib/server/x/y.ts', `${MARK}import { a } from '../../../app/a.ts';`, 'may not import app/a.ts'],
  [
    'lib/server/freg/x.ts',
    `${MARK}import { s } from '#lib/server/session.ts';`,
    'may not import lib/server/session.ts',
  ],
  [
    'lib/server/freg/x.ts',
    `${MARK}import { r } from '#lib/server/http/route.ts';`,
    'may not import lib/server/http/route.ts',
  ],
  [
    'lib/server/freg/x.ts',
    `${MARK}import { headers } from 'next/headers';`,
    'may not import next/headers: this part must run without the framework',
  ],
  [
    'lib/server/uttrekk/x.ts',
    `${MARK}import { o } from '#lib/server/oppslag/run-oppslag.ts';`,
    'may not import lib/server/oppslag/run-oppslag.ts',
  ],
  ['simulator/y.ts', "import { d } from '../lib/domain/d.ts';", 'may not import lib/domain/d.ts'],
  ['simulator/y.test.ts', "import { d } from '../lib/domain/d.ts';", 'may not import lib/domain/d.ts'],
  ['simulator/y.ts', "import { z } from 'zod';", 'may not import zod: the simulator stands alone'],
  ['e2e/x.spec.ts', "import { d } from '#lib/domain/d.ts';", 'may not import lib/domain/d.ts'],
  [
    'scripts/x.ts',
    "import { a } from '#components/oppslag/a.tsx';",
    'may not import components/oppslag/a.tsx',
  ],
  ['proxy.ts', "import { x } from './simulator/x.ts';", 'may not import simulator/x.ts'],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}import { request } from 'undici';`,
    'may not import undici: the register is called through lib/server/freg, KRR and Maskinporten through lib/server/krr',
  ],
  [
    'components/shell/x.tsx',
    "import { useSession } from 'next-auth/react';",
    'may not import next-auth/react: sign-in has one door: lib/server/session.ts',
  ],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}import { Pool } from 'pg';`,
    'may not import pg: use lib/server/db/pool.ts',
  ],
  ['lib/server/oppslag/x.ts', `${MARK}import pino from 'pino';`, 'may not import pino: use lib/server/log'],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}import { env } from 'node:process';`,
    'may not import node:process: settings come from lib/server/env.ts',
  ],
  [
    'components/oppslag/x.tsx',
    "import Image from 'next/image';",
    'may not import next/image: it fetches or renders outside our control',
  ],
  ['lib/client/x.ts', "import 'server-only';", 'may not import server-only: it marks lib/server'],
  [
    'components/oppslag/x.tsx',
    "import fs from 'node:fs';",
    'may not import node:fs: this room does not run in Node',
  ],
  ['lib/server/oppslag/x.ts', `${MARK}process.env.X;`, 'process.env has one door: lib/server/env.ts'],
  ['app/oppslag/x.ts', "'use server';", 'no Server Actions: write a route'],
  ['app/oppslag/x.ts', "async function f() {\n  'use server';\n}", 'no Server Actions: write a route'],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}async function f() { 'use cache'; }`,
    'nothing personal may be cached by Next',
  ],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}import { unstable_cache } from 'next/cache';`,
    'nothing personal may be cached by Next',
  ],
  [
    'components/oppslag/x.tsx',
    '<p dangerouslySetInnerHTML={{ __html: x }} />;',
    'text from the register is text',
  ],
  [
    'lib/server/oppslag/x.ts',
    `${MARK}await fetch('https://x');`,
    'the global fetch is patched by Next: use lib/server/freg',
  ],
  [
    'components/revisjonslogg/x.tsx',
    "import { showPersonidentifikator } from '#components/ui/format.ts';",
    'a number is shown whole only where an act has disclosed it (P-08)',
  ],
  ['lib/client/x.ts', 'if (isE2E) x();', 'the program does not know that it is watched'],
  ['lib/server/oppslag/x.ts', "import { z } from 'zod';", "the first statement must be import 'server-only'"],
  [
    'app/api/x/route.ts',
    'export async function POST() {}',
    'a route exports what route(...) makes, and nothing else: async function POST() {}',
  ],
  [
    'app/api/x/route.ts',
    'export const POST = route({}, f);\nexport const GET = f;',
    'a route exports what route(...) makes, and nothing else: const GET = f;',
  ],
  ['app/api/x/route.ts', 'const a = 1;', 'a route exports what route(...) makes, and nothing else'],
  [
    'app/x/page.tsx',
    'a;\n'.repeat(41),
    '41 lines: routing files hold at most 40, the rest lives in components or lib/server',
  ],
  ['lib/utils/x.ts', 'a;', 'folders are named after nouns of the domain, not after kinds of syntax'],
  ['lib/domain/søk.ts', 'a;', 'file names are ASCII'],
];

test('a tree that keeps every rule has no fault, and every source of it was seen', () => {
  const { found, scanned } = findIn(KEEPS_EVERY_RULE);
  expect(found).toEqual([]);
  expect(scanned).toBe(Object.keys(KEEPS_EVERY_RULE).length);
});

test.each(BREACHES)('Z-01, N-05, N-11, N-13, P-08: %s with %j is reported', (file, text, sentence) => {
  const { found } = findIn({ ...KEEPS_EVERY_RULE, [file]: text });
  expect(found).toContain(`${file}: ${sentence}`);
  expect(found).toHaveLength(1);
});

test('N-14: a page that reaches a part where persons are is reported, however many steps it goes', () => {
  const kjede = {
    'app/oppslag/page.tsx': "import { R } from '../ramme.tsx';\n",
    'app/ramme.tsx': "import { l } from '#lib/server/noedtilgang/list-varsler.ts';\n",
    'lib/server/noedtilgang/list-varsler.ts': `${MARK}import { i } from './inni.ts';\n`,
  };
  const inni = (text: string) => ({
    ...KEEPS_EVERY_RULE,
    ...kjede,
    'lib/server/noedtilgang/inni.ts': `${MARK}${text}`,
  });
  const way = 'app/ramme.tsx > lib/server/noedtilgang/list-varsler.ts > lib/server/noedtilgang/inni.ts';
  const sentence = 'what is drawn may not reach so far:';
  expect(findIn(inni('export const i = 1;\n')).found).toEqual([
    `app/oppslag/page.tsx: ${sentence} app/oppslag/page.tsx > ${way}`,
    `app/ramme.tsx: ${sentence} ${way}`,
  ]);
  // The same by one step, whatever is imported; and a route may.
  const direct = "import type { S } from '#lib/server/freg/call.ts';\n";
  expect(findIn({ ...KEEPS_EVERY_RULE, 'app/oppslag/layout.tsx': direct }).found).toEqual([
    `app/oppslag/layout.tsx: ${sentence} app/oppslag/layout.tsx > lib/server/freg/call.ts`,
  ]);
  const route = { 'app/api/oppslag/route.ts': `${direct}export const POST = route({}, run);\n` };
  expect(findIn({ ...KEEPS_EVERY_RULE, ...route }).found).toEqual([]);
});

test('a test of the portal may start the simulator and use any package', () => {
  const text =
    "import { x } from '#simulator/x.ts';\nimport { Pool } from 'pg';\nimport y from '../../../simulator/x.ts';\n";
  expect(findIn({ ...KEEPS_EVERY_RULE, 'lib/server/oppslag/x.test.ts': text }).found).toEqual([]);
});

const toLock = (packages: Record<string, object>, root = {}): string => {
  const withLicence = Object.entries(packages).map(([key, entry]) => [key, { license: 'MIT', ...entry }]);
  return JSON.stringify({ packages: { '': root, ...Object.fromEntries(withLicence) } });
};

test('a lock entry whose optional package has no entry is reported, wherever npm may have put it', () => {
  const holder = { version: '1.0.0', optionalDependencies: { b: '1' } };
  expect(findLockFaults(toLock({ 'node_modules/a': holder }))).toEqual([
    'node_modules/a names b, which has no entry',
  ]);
  expect(findLockFaults(toLock({ 'node_modules/a': holder, 'node_modules/b': {} }))).toEqual([]);
  expect(findLockFaults(toLock({ 'node_modules/a': holder, 'node_modules/a/node_modules/b': {} }))).toEqual(
    [],
  );
  const nested = { 'node_modules/x/node_modules/a': holder, 'node_modules/x': {} };
  expect(findLockFaults(toLock({ ...nested, 'node_modules/x/node_modules/b': {} }))).toEqual([]);
  expect(findLockFaults(toLock({ ...nested, 'node_modules/b': {} }))).toEqual([]);
  expect(findLockFaults(toLock({ ...nested, 'node_modules/y/node_modules/b': {} }))).toHaveLength(1);
});

test('N-01: a lock file with a licence that nobody has accepted, or a version left open, is reported', () => {
  const ny = { version: '1.0.0', license: 'AGPL-3.0-only' };
  expect(findLockFaults(toLock({ 'node_modules/a': ny }))).toHaveLength(1);
  expect(findLockFaults(toLock({ 'node_modules/a': { ...ny, license: undefined } }))).toHaveLength(1);
  expect(findLockFaults(toLock({ 'node_modules/a': { ...ny, dev: true } }))).toEqual([]);
  const nevnt = (version: string) =>
    findLockFaults(toLock({ 'node_modules/a': {} }, { dependencies: { a: version } }));
  expect(nevnt('^1.0.0')).toEqual(['a is named without its exact version']);
  expect(nevnt('1.5.5-r.5')).toEqual([]);
});

test('N-01, S-08: a lock file tied to a registry, with a known hole, or empty is reported', () => {
  const address = { version: '1.0.0', resolved: 'https://pakker.example/a.tgz' };
  expect(findLockFaults(toLock({ 'node_modules/a': address }))).toHaveLength(1);
  expect(findLockFaults(toLock({ 'node_modules/next-auth': { version: '4.24.9' } }))).toHaveLength(1);
  expect(findLockFaults(toLock({ 'node_modules/next-auth': { version: '4.24.15' } }))).toEqual([]);
  expect(findLockFaults(toLock({ 'node_modules/next': { version: '16.4.4' } }))).toHaveLength(1);
  expect(findLockFaults(toLock({}))).toEqual(['the lock file names no packages']);
});
