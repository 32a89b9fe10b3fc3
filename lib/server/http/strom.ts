/**
 * A stream of the user's own (server-sent events): the same gate and the same closed answers as `route()`, told whole
 * once and then by what has changed. It asks for the session as long as it runs and ends with it, and is no sign that anybody is there
 * (security.md S-03, S-04).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isAppError } from '#lib/domain/feil.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Handling } from '#lib/domain/session/session.ts';
import type { Stromslutt } from '#lib/domain/uttrekk/uttrekk.ts';
import type { Egne } from '#lib/server/http/egne.ts';
import { checkSameOrigin } from '#lib/server/http/gate.ts';
import { takePlace } from '#lib/server/http/limiter.ts';
import { HEADERS, toFeilKode, toProblem } from '#lib/server/http/respond.ts';
import { checkAllowed, getSession } from '#lib/server/http/route.ts';
import { getStans } from '#lib/server/http/stans.ts';
import { log } from '#lib/server/log/log.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { getSessionStore } from '#lib/server/session.ts';

/** One look at what the stream is about; `ferdig` when it will not change by itself any more. */
export type Blikk<T> = { verdi: T; svar: Egne<T>; ferdig: boolean };
export type Look<T> = (session: Session, params: Readonly<Record<string, string>>) => Promise<Blikk<T>>;
/** What has changed from one look to the next; null where it must be told whole. */
type ToEndring<T> = (foer: T, naa: T) => Egne<unknown> | null;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Milliseconds. */
export type Stromtider = { blikk: number; hjerteslag: number; session: number; levetid: number };

/** A stream is cut now and then, and taken up again by the browser: none outlives a restart for long. */
const TIDER: Stromtider = { blikk: 1_000, hjerteslag: 15_000, session: 60_000, levetid: 10 * 60_000 };

const HJERTESLAG = ': \n\n';
const toEvent = (name: string, data: string): string => `event: ${name}\ndata: ${data}\n\n`;

/** What the stream tells, until it ends; `slutt` says why, where the browser should not ask again. */
export async function* tell<T>(
  first: Blikk<T>,
  look: () => Promise<Blikk<T>>,
  toEndring: ToEndring<T>,
  isLevende: () => Promise<boolean>,
  tider: Stromtider,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const slutt = (ord: Stromslutt): string => toEvent('slutt', ord);
  const started = performance.now();
  let [told, checked] = [started, started];
  let last: Blikk<T> | null = null;
  for (let blikk = first; ; blikk = await look()) {
    const now = performance.now();
    if (blikk.svar.json !== last?.svar.json) {
      const endring = last === null ? null : toEndring(last.verdi, blikk.verdi);
      yield endring === null ? toEvent('side', blikk.svar.json) : toEvent('endring', endring.json);
      [last, told] = [blikk, now];
    } else if (now - told >= tider.hjerteslag) {
      yield HJERTESLAG;
      told = now;
    }
    if (blikk.ferdig) return yield slutt('ferdig');
    if (now - started >= tider.levetid) return;
    await wait(tider.blikk, undefined, { signal });
    if (performance.now() - checked < tider.session) continue;
    if (!(await isLevende())) return yield slutt('session');
    checked = performance.now();
  }
}

/** The events as a body. Ends quietly when the browser has gone; what the user may no longer see is `borte`. */
function toBody(events: AsyncGenerator<string>, mal: string, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();

  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await events.next();
        if (!done) return controller.enqueue(encoder.encode(value));
      } catch (error) {
        if (isAppError(error) && error.kode === 'IKKE_FUNNET')
          controller.enqueue(encoder.encode(toEvent('slutt', 'borte')));
        else if (!(error instanceof Error && error.name === 'AbortError'))
          log.error('http.stream-failed', { mal, error });
      }
      end();
      controller.close();
    },
    cancel: end,
  });
}

/** A handler for the GET of one `route.ts`. Its order is its promise: origin, session, right, first look, stream. */
export function strom<T>(
  { mal, requires, toEndring }: { mal: string; requires: Handling; toEndring: ToEndring<T> },
  look: Look<T>,
): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    let leave = (): void => undefined;
    try {
      checkSameOrigin(request);
      const session = await getSession(true);
      await checkAllowed(session, requires);
      const params = await context.params;
      leave = takePlace(`strom ${session.brukerId}`);
      const gone = new AbortController();
      const lookNow = () => look(session, params);
      // The rights of the stream are those of its start; when they have changed it ends, and the browser asks anew.
      const isLevende = async () => {
        const now = await getSessionStore().peekSession(session.tokenHash);
        return (
          now !== null &&
          isAllowed(now.rettigheter.roller, requires) &&
          JSON.stringify(now.rettigheter) === JSON.stringify(session.rettigheter)
        );
      };
      const signal = AbortSignal.any([gone.signal, request.signal, getStans()]);
      const events = tell(await lookNow(), lookNow, toEndring, isLevende, TIDER, signal);
      const end = () => {
        gone.abort();
        leave();
        leave = () => undefined;
      };
      log.info('http.answered', { mal, status: 200, ms: 0, requestId });
      // `no-transform` also keeps the compressor from holding events back.
      const headers = {
        ...HEADERS,
        'Cache-Control': 'private, no-store, no-transform',
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
        'X-Request-Id': requestId,
      };

      return new Response(toBody(events, mal, end), { status: 200, headers });
    } catch (error) {
      leave();
      const kode = toFeilKode(error);
      const response = toProblem(kode, requestId);
      log[response.status >= 500 ? 'error' : 'info']('http.answered', {
        mal,
        status: response.status,
        ms: 0,
        requestId,
      });

      return response;
    }
  };
}
