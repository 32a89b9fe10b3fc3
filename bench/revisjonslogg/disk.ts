/**
 * What a commit waits for. A bare row is hardly more than that wait, so what the log costs beside it says as much of the
 * disk as of the log: the disk is measured, and both are compared again where a commit waits as long as it commonly does
 * for a disk over the network or for the synchronous standby of security.md 7.8.
 */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from '#lib/server/db/pool.ts';
import { getPercentile } from '../measure.ts';

/** Milliseconds more for each flush. */
export const VENTER_MS = 1;
const FORSOEK = 500;
/** One page of the write-ahead log. */
const SIDE = Buffer.alloc(8_192, 1);

/** The median time that the disk below `mappe` takes to keep one page, in milliseconds. */
export function measureDisk(mappe: string): number {
  const fil = path.join(mappe, 'disk');
  const fd = openSync(fil, 'w');
  const ms: number[] = [];
  try {
    for (let n = 0; n < FORSOEK; n += 1) {
      const begun = performance.now();
      writeSync(fd, SIDE, 0, SIDE.length, 0);
      fdatasyncSync(fd);
      ms.push(performance.now() - begun);
    }
  } finally {
    closeSync(fd);
    rmSync(fil);
  }

  return getPercentile(ms, 0.5);
}

/** Whoever flushes waits first, with none or many behind her, and takes what has come meanwhile, as of a slow disk. */
async function setVent(eier: Pool, ms: number): Promise<void> {
  await eier.query(`alter system set commit_delay = ${ms * 1_000}`);
  await eier.query(`alter system set commit_siblings = ${ms === 0 ? 5 : 0}`);
  await eier.query('select pg_reload_conf()');
}

/** Lets `work` at the server while every commit waits VENTER_MS more. `eier` owns the server. */
export async function withVentendeDisk<T>(eier: Pool, work: () => Promise<T>): Promise<T> {
  await setVent(eier, VENTER_MS);
  try {
    return await work();
  } finally {
    await setVent(eier, 0);
  }
}
