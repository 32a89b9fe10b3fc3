/** How our programs end: a sentence for what a person can put right, a stack only for what is a fault of ours. */
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';

/** Something the person at the keyboard must put right. The message is one sentence in Norwegian. */
export class Bruksfeil extends Error {}

/** Runs a program to its end. The exit code is what `program` returns, or 1 when it throws. */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    const isForPeople = error instanceof Bruksfeil || error instanceof PostgresFeil;
    console.error(isForPeople ? error.message : error);
    process.exitCode = 1;
  }
}

/** Aborts at Ctrl-C, at SIGTERM, and when the process that started us is gone. */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  return controller.signal;
}
