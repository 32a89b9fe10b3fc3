/**
 * The process has been asked to stop. Rule: what is under way is ended and nobody is kept. Answers from now on close their
 * connection, so that whoever asks again asks the process that has taken over, and streams end. A connection that is
 * always busy, or a page that is followed, would else hold the process until it is killed in the middle of somebody's act
 * (security.md R-18). Held by e2e/krasj.spec.ts.
 */
import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { once } from '#lib/server/once.ts';

function closeAfter(message: unknown): void {
  const response = typeof message === 'object' && message !== null && Reflect.get(message, 'response');
  if (response instanceof ServerResponse) response.setHeader('Connection', 'close');
}

/** Raised when the process is asked to stop, which it hears from the first time this is asked for. */
export const getStans = once('http.stans', (): AbortSignal => {
  const stans = new AbortController();
  process.once('SIGTERM', () => {
    subscribe('http.server.response.created', closeAfter);
    stans.abort();
  });

  return stans.signal;
});
