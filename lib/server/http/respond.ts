/** How answers leave the server: never cached, never framed, and faults as problem+json with a code and no content. */
import 'server-only';
import { FEIL, type FeilKode, isAppError, type Problem } from '#lib/domain/feil.ts';
import { LENGDE_HEADER } from '#lib/server/http/content-length.ts';
import type { Egne } from '#lib/server/http/egne.ts';
import { Empty } from '#lib/server/http/empty.ts';
import type { Disclosed } from '#lib/server/revisjonslogg/disclosed.ts';

export const HEADERS = {
  'Cache-Control': 'private, no-store',
  Pragma: 'no-cache',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** 200 with what was disclosed or with what is the user's own, or 204. */
export function toResponse(result: Disclosed<unknown> | Egne<unknown> | Empty, requestId: string): Response {
  const headers = { ...HEADERS, 'X-Request-Id': requestId };
  if (result instanceof Empty)
    return new Response(null, { status: 204, headers: { ...headers, ...result.headers } });

  const body = Buffer.from(result.json);

  return new Response(body, {
    status: 200,
    headers: { ...headers, 'Content-Type': 'application/json', [LENGDE_HEADER]: String(body.length) },
  });
}

/** The code of a thrown thing; everything that is not ours is INTERN_FEIL, and a lost database says so. */
export function toFeilKode(error: unknown): FeilKode {
  if (isAppError(error)) return error.kode;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = error instanceof Error ? error.message : '';
  // pg: class 08 connection, 25 read-only, 53 resources, 57 operator; sockets; and its own untagged time-outs.
  const lost =
    /^(08|25|53|57)|^(ECONN|ENOENT|EPIPE|ETIMEDOUT|EACCES)/.test(code) ||
    /timeout|Connection terminated/i.test(text);

  return lost ? 'DATABASE_UTILGJENGELIG' : 'INTERN_FEIL';
}

/** problem+json (RFC 9457). `felter` names request fields by path, never their values. */
export function toProblem(kode: FeilKode, requestId: string, felter: string[] = []): Response {
  const problem: Problem = {
    type: 'about:blank',
    status: FEIL[kode],
    kode,
    referanse: requestId,
    ...(felter.length > 0 ? { felter } : {}),
  };
  const headers = { ...HEADERS, 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId };

  return new Response(JSON.stringify(problem), { status: FEIL[kode], headers });
}
