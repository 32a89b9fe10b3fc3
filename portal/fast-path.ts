/**
 * Calls that go straight to their route, past Next's router: the ones a saksbehandler waits for all day (ADR 0037). The
 * route is the same as Next's own, with all that it holds; what speaks to the framework is left to the framework.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A route as the build has it (Next's documentation, «Invoking Entrypoints»). */
type Entrypoint = (
  request: IncomingMessage,
  response: ServerResponse,
  context: { requestMeta: { relativeProjectDir: string } },
) => Promise<unknown>;

/** Each answers with one person, and is asked for by POST alone. */
const ROUTES = ['/api/oppslag', '/api/oppslag/soeketrapp'];

/** Next's own ways of speaking to itself, which its router takes out of what comes from outside. */
const FRAMEWORK_HEADERS =
  /^(next-|rsc$|now-|x-invoke-|x-matched-path$|x-middleware-|x-next|x-now-|x-prerender-)/;

/** True for a request that its route can answer as it stands. */
export function isFast({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if (method !== 'POST' || !ROUTES.includes(url ?? '')) return false;
  for (const name in headers) if (FRAMEWORK_HEADERS.test(name)) return false;

  return true;
}

/**
 * Finds the route that a request goes straight to, in the build in `folder`; undefined where the router shall have it. Next
 * must have been made ready.
 * @throws when the build has the routes otherwise than this was written for
 */
export function readFastPaths(folder: string): (request: IncomingMessage) => Entrypoint | undefined {
  const require = createRequire(path.join(folder, 'package.json'));
  const entrypoints = new Map<string, Entrypoint>();
  for (const route of ROUTES) {
    const { handler } = require(path.join(folder, '.next', 'server', 'app', route, 'route.js'));
    if (typeof handler !== 'function') throw new TypeError(`${route} is not built as a route`);
    entrypoints.set(route, handler);
  }

  return (request) => (isFast(request) ? entrypoints.get(request.url ?? '') : undefined);
}
