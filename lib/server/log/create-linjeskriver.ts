/**
 * Lines to a file or a pipe, many together and by another thread: no request waits for the disk of a log that is no proof
 * of anything, and a disk without room loses lines and nothing else. pino's own destination does not hold the last: with
 * lines that cannot be written it tries for ever, and the process stands still (ADR 0036).
 */
import 'server-only';
import { write as writeAsync, writeSync } from 'node:fs';

/** Written when there are so many bytes, or after so long. */
const SAMLET_BYTES = 8 * 1024;
const SAMLET_MS = 100;
/** What waits for a disk or a reader that stands still. More than that is dropped. */
const MAKS_BYTES = 4 * 1024 * 1024;
/** Until a pipe that was full is tried again. */
const FULLT_ROER_MS = 50;

export type Linjeskriver = {
  /** Takes one line with its line feed. Never throws and never waits. */
  write(linje: string): void;
  /** Writes what has come so far, soon. */
  flush(): void;
  /** Writes what is left at once: there is no later. Never throws. */
  end(): void;
};

const isFull = (error: NodeJS.ErrnoException): boolean => error.code === 'EAGAIN';

/** @param fd an open file; stays open */
export function createLinjeskriver(fd: number): Linjeskriver {
  let linjer: string[] = [];
  let bytes = 0;
  let skrives: Buffer | null = null;
  let timer: NodeJS.Timeout | null = null;

  function take(): Buffer {
    const samlet = Buffer.from(linjer.join(''));
    linjer = [];
    bytes = 0;

    return samlet;
  }

  /** What the thread has not written, again, until it is or cannot be. */
  function writeRest(rest: Buffer): void {
    skrives = rest;
    writeAsync(fd, rest, (error, skrevet) => {
      if (error && isFull(error)) {
        setTimeout(() => writeRest(rest), FULLT_ROER_MS);

        return;
      }
      if (!error && skrevet < rest.length) writeRest(rest.subarray(skrevet));
      else {
        skrives = null;
        if (bytes >= SAMLET_BYTES) flush();
      }
    });
  }

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (skrives) flushSoon();
    else if (bytes > 0) writeRest(take());
  }

  /** The timer keeps no process alive: one that has nothing else to do ends, and writes the rest with `end`. */
  function flushSoon(): void {
    timer ??= setTimeout(flush, SAMLET_MS).unref();
  }

  return {
    write(linje) {
      if (bytes > MAKS_BYTES) return;
      linjer.push(linje);
      bytes += linje.length;
      if (bytes >= SAMLET_BYTES && !skrives) flush();
      else flushSoon();
    },
    flush,
    end() {
      try {
        for (let rest = take(); rest.length > 0; ) rest = rest.subarray(writeSync(fd, rest));
      } catch {
        // Nobody is left to tell.
      }
    },
  };
}
