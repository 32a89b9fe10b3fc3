/** Waiting for a state, never for a time: until a process is ready, has ended, or is no longer wanted. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Bruksfeil } from './bruksfeil.ts';
import type { Child } from './child.ts';

const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 50;

type WaitOptions = { logFile: string | null; signal: AbortSignal | undefined };

/** Waits for a state that a child is on its way to; gives up when the child ends or the signal aborts. */
export async function waitFor<T>(
  name: string,
  child: Child,
  look: () => Promise<T | null>,
  options: WaitOptions,
): Promise<T> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (options.signal?.aborted) throw new Bruksfeil('Avbrutt.');
    if (child.hasEnded() || Date.now() > deadline) {
      throw new Bruksfeil(`${name} ble ikke klar: ${lastLineOf(options.logFile)}`);
    }
    await wait(LOOK_EVERY_MS);
  }
}

function lastLineOf(logFile: string | null): string {
  if (logFile === null || !existsSync(logFile)) return 'meldingen står over.';
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  const last = lines.findLast((line) => /^\S/.test(line) && line !== '}');
  return last ? `${last} (${logFile})` : `se ${logFile}.`;
}
