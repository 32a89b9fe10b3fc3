/**
 * What a request must be before anybody looks at it: from our own pages, meant by a human, JSON, and of a bounded
 * size (security.md N-06, N-10, N-12). Nothing of the framework is relied on for this.
 */
import 'server-only';
import { AppError } from '#lib/domain/feil.ts';
import { getEnv } from '#lib/server/env.ts';
import { once } from '#lib/server/once.ts';

const MAX_BODY_BYTES = 64 * 1024;

const getOrigin = once('http.origin', () => new URL(getEnv().NEXTAUTH_URL).origin);

const isPrefetch = (headers: Headers): boolean =>
  headers.has('Next-Router-Prefetch') ||
  /prefetch/.test(headers.get('Sec-Purpose') ?? '') ||
  /prefetch/.test(headers.get('Purpose') ?? '');

/**
 * Throws AVVIST_OPPRINNELSE unless the browser says that one of our own pages asks, and it is no prefetch. Enough for a
 * GET that changes nothing: browsers send no Origin with it.
 */
export function checkSameOrigin({ headers }: Request): void {
  if (isPrefetch(headers) || headers.get('Sec-Fetch-Site') !== 'same-origin')
    throw new AppError('AVVIST_OPPRINNELSE');
}

/**
 * Throws AVVIST_OPPRINNELSE when another site asks, or nobody who means it. For what is named by a secret of ours: the
 * browser itself, taking up a broken download, comes from no page.
 */
export function checkNotForeign({ headers }: Request): void {
  const fra = headers.get('Sec-Fetch-Site') ?? '';
  if (isPrefetch(headers) || !['same-origin', 'none'].includes(fra)) throw new AppError('AVVIST_OPPRINNELSE');
}

/** Throws AVVIST_OPPRINNELSE unless the request comes from a page of this very origin and is no prefetch. */
export function checkOrigin(request: Request): void {
  checkSameOrigin(request);
  if (request.headers.get('Origin') !== getOrigin()) throw new AppError('AVVIST_OPPRINNELSE');
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new AppError('FOR_STORT');
    chunks.push(chunk);
  }

  return Buffer.concat(chunks);
}

/** The body as JSON; undefined for none. Throws UGYLDIG_INNHOLD or FOR_STORT. */
export async function readJson(request: Request): Promise<unknown> {
  if (request.body === null) return undefined;
  const bytes = await readBytes(request.body);
  if (bytes.length === 0) return undefined;
  if (!/^application\/json(;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new AppError('UGYLDIG_INNHOLD');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's message quotes the body: it goes nowhere.
    throw new AppError('UGYLDIG_INNHOLD');
  }
}
