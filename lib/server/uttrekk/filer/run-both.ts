/** Two works that share a signal: what stops one stops the other. */
import 'server-only';

/**
 * Both at once: one waits for DuckDB while the other works. When one fails the other is stopped, and has ended before the
 * fault is told, so that nothing is written behind the caller's back.
 */
export async function runBoth<A, B>(
  signal: AbortSignal,
  foerste: (signal: AbortSignal) => Promise<A>,
  andre: (signal: AbortSignal) => Promise<B>,
): Promise<[A, B]> {
  const stopp = new AbortController();
  const felles = AbortSignal.any([signal, stopp.signal]);
  const stopVed = (error: unknown): never => {
    stopp.abort(error);
    throw error;
  };
  const begge = [foerste(felles).catch(stopVed), andre(felles).catch(stopVed)] as const;
  await Promise.allSettled(begge);
  if (stopp.signal.aborted) throw stopp.signal.reason;

  return Promise.all(begge);
}
