/**
 * What the lock file must hold so that `npm ci` works on every machine: an entry for each optional package it names (a
 * lock made while a package was half published lacks some), no addresses of registries, no version with a known hole, one
 * version of each package that we name, and only licences that somebody has said yes to.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      devDependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The lowest version that may be used, with the reason (security.md N-01, S-08). */
const LOWEST: Record<string, { version: string; why: string }> = {
  next: { version: '16.4.5', why: 'older versions run code that a stranger sends' },
  'next-auth': { version: '4.24.15', why: 'older versions mix up accounts by e-mail address' },
};

/**
 * The licences of what the office runs with. LGPL is that of the image library which Next names as optional and which is
 * never loaded (`images.unoptimized`); MPL that of what makes the style sheet, unchanged, when the portal is built.
 */
const LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-3-Clause',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  '(MIT OR CC0-1.0)',
  'CC-BY-4.0',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
]);

/** The packages that we name ourselves without saying which version. */
function listRanges({ packages }: z.infer<typeof LockFile>): string[] {
  const { dependencies, devDependencies, optionalDependencies } = packages[''] ?? {};
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
}

function isOlder(version: string, lowest: string): boolean {
  return version.localeCompare(lowest, 'en', { numeric: true }) < 0;
}

/** Node's search for a package from inside another: nearest node_modules first. */
function hasEntry(packages: Record<string, unknown>, from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (`${base ? `${base}/` : ''}node_modules/${name}` in packages) return true;
    if (base === '') return false;
    if (!base.includes('/node_modules/')) return `node_modules/${name}` in packages;
  }
}

/** One sentence for each fault in the text of a `package-lock.json`. */
export function findLockFaults(text: string): string[] {
  const lock = LockFile.parse(JSON.parse(text));
  const { packages } = lock;
  const faults = listRanges(lock).map((name) => `${name} is named without its exact version`);
  for (const [key, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!hasEntry(packages, key, name))
        faults.push(`${key || 'the project'} names ${name}, which has no entry`);
    }
    if (key !== '' && !entry.dev && !LICENCES.has(entry.license ?? ''))
      faults.push(
        `${key} has the licence ${entry.license ?? 'that it does not tell'}, which nobody has accepted`,
      );
    if (entry.resolved && !entry.link) faults.push(`${key} is tied to one registry's address`);
    const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const lowest = LOWEST[name];
    if (lowest && isOlder(entry.version ?? '0', lowest.version)) {
      faults.push(`${key} must be at least ${lowest.version}: ${lowest.why}`);
    }
  }
  if (Object.keys(packages).length < 2) faults.push('the lock file names no packages');
  return faults;
}

export const readLockFile = (root: string): string =>
  readFileSync(path.join(root, 'package-lock.json'), 'utf8');
