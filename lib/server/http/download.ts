/**
 * A file that leaves the server as a stream: the one answer that is neither JSON nor whole in memory. Beside `route()`, with
 * the same session and rights. The row in the revisjonslogg was committed when the download was granted, by a POST through
 * `route()`; this only opens what a grant names, which no other page can know (security.md F-04 to F-06).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/domain/feil.ts';
import type { Handling } from '#lib/domain/session/session.ts';
import { LENGDE_HEADER } from '#lib/server/http/content-length.ts';
import { checkNotForeign } from '#lib/server/http/gate.ts';
import { HEADERS, toFeilKode, toProblem } from '#lib/server/http/respond.ts';
import { checkAllowed, getSession } from '#lib/server/http/route.ts';
import { log } from '#lib/server/log/log.ts';
import type { Session } from '#lib/server/session/session-store.ts';

/** A file, or a part of it. `bytes` is the whole file's length; `utsnitt` null for all of it, ends included. */
export type Filstroem = {
  filnavn: string;
  type: string;
  bytes: number;
  utsnitt: { fra: number; til: number } | null;
  /** The same for the same bytes and for no other: letters, digits and hyphens. */
  etag: string;
  biter: AsyncGenerator<Uint8Array>;
};

export type Start = (
  session: Session,
  params: Readonly<Record<string, string>>,
  range: string | null,
) => Promise<Filstroem>;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The stream as a body, the first piece of it fetched already. A fault in the middle breaks the connection. */
function toBody(
  first: IteratorResult<Uint8Array>,
  biter: AsyncGenerator<Uint8Array>,
  mal: string,
): ReadableStream<Uint8Array> {
  let neste: IteratorResult<Uint8Array> | null = first;

  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = neste ?? (await biter.next());
        neste = null;
        if (done) return controller.close();
        controller.enqueue(value);
      } catch (error) {
        log.error('http.stream-failed', { mal, error });
        controller.error(error);
      }
    },
    async cancel() {
      await biter.return(undefined);
    },
  });
}

function toHeaders({ filnavn, type, bytes, utsnitt, etag }: Filstroem, requestId: string) {
  const lengde = utsnitt === null ? bytes : utsnitt.til - utsnitt.fra + 1;

  return {
    ...HEADERS,
    // The length is that of the bytes as they are: nobody may compress them on the way.
    'Cache-Control': 'private, no-store, no-transform',
    'Content-Type': type,
    [LENGDE_HEADER]: String(lengde),
    'Content-Disposition': `attachment; filename="${filnavn}"`,
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    // Not for any cache: without it a browser does not take up a broken download where it stopped.
    ETag: `"${etag}"`,
    'X-Request-Id': requestId,
    ...(utsnitt && { 'Content-Range': `bytes ${utsnitt.fra}-${utsnitt.til}/${bytes}` }),
  };
}

/** A handler for the GET of one `route.ts`. Its order is its promise: where from, session, right, first piece, stream. */
export function download({ mal, requires }: { mal: string; requires: Handling }, start: Start): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    try {
      checkNotForeign(request);
      const session = await getSession(false);
      await checkAllowed(session, requires);
      // HTTP lets HEAD run the handler of GET; a grant must not be used up by a look.
      if (request.method !== 'GET') throw new AppError('IKKE_FUNNET');
      const fil = await start(session, await context.params, request.headers.get('Range'));
      const first = await fil.biter.next();
      log.info('http.answered', { mal, status: fil.utsnitt === null ? 200 : 206, ms: 0, requestId });

      return new Response(toBody(first, fil.biter, mal), {
        status: fil.utsnitt === null ? 200 : 206,
        headers: toHeaders(fil, requestId),
      });
    } catch (error) {
      const response = toProblem(toFeilKode(error), requestId);
      const fields = { mal, status: response.status, ms: 0, requestId };
      if (response.status >= 500) log.error('http.failed', { ...fields, error });
      else log.info('http.answered', fields);

      return response;
    }
  };
}
