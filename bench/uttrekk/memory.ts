/**
 * The most memory that a process and those it has started have held together, in MB, while something ran. Pages that
 * several of them share are counted once (PSS).
 */
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 250;

/** Every process with its parent; one that ends meanwhile is left out. */
function listProcesses(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
}

function readOwnMb(pid: number): number {
  try {
    const [, kb = '0'] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return 0;
  }
}

function readMb(root: number): number {
  const processes = listProcesses();
  const family = new Set([root]);
  let size = 0;
  while (size !== family.size) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }

  return [...family].reduce((sum, pid) => sum + readOwnMb(pid), 0);
}

/** Runs `work` and says what it gave and the peak of process `pid` and its children. */
export async function withPeakMb<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ value: T; toppMb: number }> {
  let toppMb = 0;
  const timer = setInterval(() => {
    toppMb = Math.max(toppMb, readMb(pid));
  }, EVERY_MS);
  try {
    const value = await work();

    return { value, toppMb };
  } finally {
    clearInterval(timer);
  }
}
