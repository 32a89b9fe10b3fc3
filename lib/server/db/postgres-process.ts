/** What the machine says of a server process: whether it runs, whether it is ready, and which process a number means. */
import 'server-only';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/**
 * When the process started, in the kernel's clock ticks: with the number it names one process for good.
 * @returns `null` when no such process lives (a zombie does not)
 */
export function getStartTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

const pidFileOf = (cluster: string): string => path.join(cluster, 'postmaster.pid');

const readPidFile = (cluster: string): string[] => {
  const file = pidFileOf(cluster);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
};

/** The server process of this cluster. A number in the lock file that now belongs to another program does not count. */
export function findRunningPid(cluster: string): number | null {
  const pid = Number(readPidFile(cluster)[0]);
  if (!pid || getStartTicks(pid) === null) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster) ? pid : null;
  } catch {
    return null;
  }
}

/** True while a child of the server that wrote the lock file still has that server's memory (line 7: key and id). */
function isMemoryHeld(cluster: string): boolean {
  const id = readPidFile(cluster)[6]?.trim().split(/\s+/)[1];
  const segments = readFileSync('/proc/sysvipc/shm', 'utf8').split('\n');
  const segment = segments.map((line) => line.trim().split(/\s+/)).find(([, shmid]) => shmid === id);
  return segment !== undefined && Number(segment[6]) > 0;
}

/**
 * Removes the lock file of a server that no longer runs, once its last child has noticed. PostgreSQL would do it, but
 * refuses when the number is a zombie's or belongs to another program by now, as happens in containers.
 */
export async function removeStalePidFile(cluster: string): Promise<void> {
  if (findRunningPid(cluster) !== null || !existsSync(pidFileOf(cluster))) return;
  await waitUntil(
    () => !isMemoryHeld(cluster),
    'En prosess fra en tidligere PostgreSQL lever ennå: avslutt den.',
  );
  rmSync(pidFileOf(cluster), { force: true });
}

async function waitUntil(isReached: () => boolean, otherwise: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!isReached()) {
    if (Date.now() > deadline) throw new PostgresFeil(otherwise);
    await wait(LOOK_EVERY_MS);
  }
}

/** Waits until a running server takes connections: PostgreSQL writes its state on line 8 of its lock file. */
export const waitUntilReady = (cluster: string): Promise<void> =>
  waitUntil(
    () => readPidFile(cluster)[7]?.trim() === 'ready',
    'PostgreSQL kjører, men tar ikke imot forbindelser.',
  );
