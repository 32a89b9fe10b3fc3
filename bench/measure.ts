/** One measurement: calls made by a number of workers for a time, each call's milliseconds kept. */

export type Maaling = { navn: string; samtidige: number; ms: number[]; varighetMs: number };

/** Calls `work` with the items in turn, `samtidige` at a time, for about `varighetMs`. A failed call stops it all. */
export async function measure<T>(
  work: (item: T) => Promise<void>,
  items: readonly T[],
  { samtidige, varighetMs }: { samtidige: number; varighetMs: number },
): Promise<{ ms: number[]; varighetMs: number }> {
  const ms: number[] = [];
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    while (performance.now() - started < varighetMs) {
      const item = items[next % items.length];
      next += 1;
      if (item === undefined) throw new Error('nothing to measure with');
      const begun = performance.now();
      await work(item);
      ms.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: samtidige }, worker));

  return { ms, varighetMs: performance.now() - started };
}

/** What the work took of the clock, and of this process's own time. */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpuMs: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);

  return { value, ms: performance.now() - started, cpuMs: (user + system) / 1_000 };
}

/** The value below which the share `p` (0 to 1) of the sample lies. */
export function getPercentile(sample: readonly number[], p: number): number {
  const sorted = [...sample].sort((a, b) => a - b);

  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
