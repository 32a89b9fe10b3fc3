/**
 * The length of an answer. Next takes `Content-Length` out of what a route gives back, and then no browser can say how much
 * is left or notice that a file was cut, and the answer goes in pieces. A route gives the length under a name of ours
 * instead, and it is put in its place where Node hands over the answer. Held by e2e/nedlasting.spec.ts.
 */
import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { once } from '#lib/server/once.ts';

/** What a route says the length by. Never leaves the server. */
export const LENGDE_HEADER = 'X-Portal-Lengde';

function watchResponse(message: unknown): void {
  const response = typeof message === 'object' && message !== null && Reflect.get(message, 'response');
  if (!(response instanceof ServerResponse)) return;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== LENGDE_HEADER.toLowerCase()) return setHeader(name, value);
    // Next sends the head just before it writes the first piece, as a packet of its own: without this they go together.
    response.flushHeaders = () => undefined;
    return setHeader('Content-Length', String(value));
  };
}

/** From now on, for every answer of this process. */
export const allowContentLength = once('http.content-length', () => {
  subscribe('http.server.response.created', watchResponse);
});
