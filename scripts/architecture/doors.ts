/**
 * One door per power: which package may be imported where, and which words may stand where. Each entry says why, since
 * whoever meets it wants to know what to do instead.
 */
import type { SourceFile } from './source-file.ts';

type Door = { packages: RegExp; open: RegExp; why: string };

const NEVER = /^$/;

const DOORS: readonly Door[] = [
  {
    packages: /^undici(\/|$)/,
    open: /^(lib\/server\/(freg|krr)|bench)\//,
    why: 'the register is called through lib/server/freg, KRR and Maskinporten through lib/server/krr',
  },
  {
    packages: /^next-auth(\/|$)/,
    open: /^lib\/server\/(session\.ts$|session\/)|^app\/api\/auth\//,
    why: 'sign-in has one door: lib/server/session.ts',
  },
  {
    packages: /^(pg|pg-(?!boss)[a-z]+|drizzle-orm)(\/|$)/,
    open: /^lib\/server\/db\/|^e2e\//,
    why: 'use lib/server/db/pool.ts',
  },
  { packages: /^pg-boss(\/|$)/, open: /^lib\/server\/jobs\//, why: 'duties are listed in lib/server/jobs' },
  {
    packages: /^@duckdb\//,
    open: /^lib\/server\/uttrekk\//,
    why: 'only the worker counts and compares, in lib/server/uttrekk',
  },
  {
    packages: /^prom-client(\/|$)/,
    open: /^lib\/server\/log\//,
    why: 'figures come from the log events: lib/server/log',
  },
  { packages: /^pino(\/|$)/, open: /^lib\/server\/log\//, why: 'use lib/server/log' },
  { packages: /^(node:)?process$/, open: NEVER, why: 'settings come from lib/server/env.ts' },
  {
    packages: /^next\/(og|image|legacy\/image|font\/google)/,
    open: NEVER,
    why: 'it fetches or renders outside our control',
  },
  { packages: /^server-only$/, open: /^lib\/server\//, why: 'it marks lib/server' },
];

/** Rooms that run in a browser or are pure: nothing of Node there. */
const WITHOUT_NODE = /^(app|components|lib\/client|lib\/domain|messages)\//;
const DOMAIN_PACKAGES = /^(zod|@navikt\/fnrvalidator|i18n-iso-countries)(\/|$)/;
const SIMULATOR_PACKAGES =
  /^(node:|@peculiar\/x509$|reflect-metadata$|oidc-provider$|jose$|norwegian-postalcodes-mapper$)/;
const CORE = /^lib\/server\/(freg|krr|revisjonslogg|db|log)\//;

const isOwn = (name: string): boolean =>
  /^(app|components|lib|messages|worker|simulator|e2e|bench|scripts|config)\//.test(name);

/** One sentence for each package that this file may not import. Tests answer only for the simulator's independence. */
export function findForbiddenPackages({ path, imports, isTest }: SourceFile): string[] {
  const packages = imports.filter((name) => !isOwn(name));
  const faults: string[] = [];
  for (const name of packages) {
    const isTestTool = isTest && /^(vitest|@playwright\/test)(\/|$)/.test(name);
    if (path.startsWith('simulator/') && !SIMULATOR_PACKAGES.test(name) && !isTestTool && !isTest) {
      faults.push(`may not import ${name}: the simulator stands alone`);
    }
    if (isTest) continue;
    for (const { packages: guarded, open, why } of DOORS) {
      if (guarded.test(name) && !open.test(path)) faults.push(`may not import ${name}: ${why}`);
    }
    if (WITHOUT_NODE.test(path) && name.startsWith('node:') && !path.startsWith('app/api/')) {
      faults.push(`may not import ${name}: this room does not run in Node`);
    }
    if (path.startsWith('lib/domain/') && !DOMAIN_PACKAGES.test(name))
      faults.push(`may not import ${name}: lib/domain is pure`);
    if (CORE.test(path) && /^(next|react|react-dom)(\/|$)/.test(name)) {
      faults.push(`may not import ${name}: this part must run without the framework`);
    }
  }
  return [...new Set(faults)];
}

type Word = { pattern: RegExp; where: RegExp; open: RegExp; why: string };

const PORTAL = /^(app|components|lib|worker)\//;
const ANYWHERE = /./;

const WORDS: readonly Word[] = [
  {
    pattern: /\bprocess\.env\b/,
    where: PORTAL,
    open: /^lib\/server\/env\.ts$/,
    why: 'process.env has one door: lib/server/env.ts',
  },
  {
    pattern: /^\s*['"]use server['"]/m,
    where: ANYWHERE,
    open: NEVER,
    why: 'no Server Actions: write a route',
  },
  {
    pattern: /['"]use cache\b|\bunstable_cache\b/,
    where: PORTAL,
    open: NEVER,
    why: 'nothing personal may be cached by Next',
  },
  {
    pattern: /\bdangerouslySetInnerHTML\b/,
    where: PORTAL,
    open: NEVER,
    why: 'text from the register is text',
  },
  {
    pattern: /(?<![.\w])fetch\(/,
    where: /^lib\/server\//,
    open: NEVER,
    why: 'the global fetch is patched by Next: use lib/server/freg',
  },
  {
    pattern: /\b(isTest|isE2E|isLocal)\b/,
    where: PORTAL,
    open: NEVER,
    why: 'the program does not know that it is watched',
  },
  {
    pattern: /\bshowPersonidentifikator\b/,
    where: PORTAL,
    open: /^components\/(ui\/format\.ts$|(person|oppslag|soek|bulk)\/)/,
    why: 'a number is shown whole only where an act has disclosed it (P-08)',
  },
];

/** One sentence for each word that may not stand in this file. */
export function findForbiddenWords({ path, code, isTest }: SourceFile): string[] {
  if (isTest) return [];
  return WORDS.filter(
    ({ pattern, where, open }) => where.test(path) && !open.test(path) && pattern.test(code),
  ).map(({ why }) => why);
}
