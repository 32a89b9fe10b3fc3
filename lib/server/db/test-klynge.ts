/**
 * What a run of the integration tests has in common: a folder, in memory where there is room, and in it a PostgreSQL that
 * has been made and migrated once, and the keys of a simulator. Each test has a copy of what it needs, so no test sees what
 * another did. For tests only.
 */
import 'server-only';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { getStartTicks } from '#lib/server/db/postgres-process.ts';
import { createProevenoekler } from '../../../simulator/pki/proeve/proevemappe.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run. */
    proevemappe: string;
  }
}

/** The passwords of the roles in every test's database. */
export const PASSORD = {
  portal: 'portal',
  revisjonsleser: 'leser',
  worker: 'worker',
  forsegler: 'forsegler',
};
/** Where, below the folder of the run, the migrated cluster lies. Its database is called the same. */
export const MAL = 'mal';

const MINNE = '/dev/shm';
/** Some clusters of eighty megabytes at a time, and what the tests write. */
const PLASS = 2 * 1024 ** 3;
const NAVN = /^portal-proeve-(\d+)-(\d+)$/;

/** Where making and removing thousands of files costs nothing, if there is such a place. */
function findRot(): string {
  if (!existsSync(MINNE)) return tmpdir();
  const { bavail, bsize } = statfsSync(MINNE);

  return bavail * bsize > PLASS ? MINNE : tmpdir();
}

/** What runs that were killed have left. A server that still runs there ends by itself when its files are gone. */
function removeForlatte(rot: string): void {
  for (const navn of readdirSync(rot)) {
    const [, pid, ticks] = NAVN.exec(navn) ?? [];
    if (pid !== undefined && getStartTicks(Number(pid)) !== ticks)
      rmSync(path.join(rot, navn), { recursive: true, force: true });
  }
}

async function createMal(dataDir: string): Promise<void> {
  const postgres = await startPostgres({ dataDir });
  // Not a pool of ours, whose patience with a database is two seconds: the whole run waits for this one.
  const owner = new Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  // What the server does by itself has transactions of its own, which sealing waits for.
  await owner.query('alter system set autovacuum = off');
  await owner.query(`create database ${MAL}`);
  await migrate(postgres.ownerUrl.replace(/postgres$/, MAL), PASSORD);
  await owner.end();
  await postgres.stop();
}

/** Called by vitest before the first test; what it gives back is called after the last. */
export async function setup(project: TestProject): Promise<() => void> {
  const rot = findRot();
  removeForlatte(rot);
  const mappe = path.join(rot, `portal-proeve-${process.pid}-${getStartTicks(process.pid)}`);
  mkdirSync(mappe);
  // The server runs as another user than root, and passes through.
  chmodSync(mappe, 0o711);
  await Promise.all([createMal(path.join(mappe, MAL)), createProevenoekler(mappe)]);
  project.provide('proevemappe', mappe);

  return () => rmSync(mappe, { recursive: true, force: true });
}
