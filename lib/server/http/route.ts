/**
 * A route is a declaration: who may call, what comes in, what is done. Session, rights, parsing, errors and request
 * id are here, once. A handler can only give back what the revisjonslogg has a row for (`Disclosed`), what is the user's
 * own by a closed schema (`Egne`), or nothing.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '#lib/domain/feil.ts';
import { isAllowed } from '#lib/domain/session/handlinger.ts';
import type { Handling } from '#lib/domain/session/session.ts';
import { Egne } from '#lib/server/http/egne.ts';
import { Empty } from '#lib/server/http/empty.ts';
import { checkOrigin, readJson } from '#lib/server/http/gate.ts';
import { withPlace } from '#lib/server/http/limiter.ts';
import { toFeilKode, toProblem, toResponse } from '#lib/server/http/respond.ts';
import { log } from '#lib/server/log/log.ts';
import { type Disclosed, isDisclosed } from '#lib/server/revisjonslogg/disclosed.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import type { Session } from '#lib/server/session/session-store.ts';
import { findCurrentSession, peekCurrentSession, requireNyligInnlogging } from '#lib/server/session.ts';

/** One call of a use case: who asks, what was asked, and the signal that says the browser has gone. */
export type Kall<B> = {
  session: Session;
  body: B;
  params: Readonly<Record<string, string>>;
  requestId: string;
  signal: AbortSignal;
};

type Declaration<B> = {
  /** The route's template, for the log: never the URL. */
  mal: string;
  requires: Handling;
  body: z.ZodType<B>;
  /** The act asks for a sign-in of the last five minutes (security.md S-05). */
  nyligInnlogging?: boolean;
  /** The browser asks by itself, again and again: that is no sign that anybody is there, and keeps no session alive. */
  passiv?: boolean;
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The body did not have the declared shape; `felter` are the paths of what was wrong. */
class InvalidBody extends AppError {
  readonly felter: string[];
  constructor(felter: string[]) {
    super('UGYLDIG_INNHOLD');
    this.felter = felter;
  }
}

/** The living session of the request. Throws IKKE_INNLOGGET. */
export async function getSession(passiv: boolean): Promise<Session> {
  const session = await (passiv ? peekCurrentSession() : findCurrentSession());
  if (!session) throw new AppError('IKKE_INNLOGGET');

  return session;
}

/** Throws IKKE_TILGANG, and leaves a row, when no role of the session allows the act. */
export async function checkAllowed(session: Session, requires: Handling): Promise<void> {
  if (isAllowed(session.rettigheter.roller, requires)) return;
  const plan = {
    // The log's word for what was tried; an oppslag that was refused is found beside those that were made.
    handling: requires.toUpperCase(),
    formaal: null,
    saksreferanse: null,
    pakke: null,
    deler: [],
    subjekter: [],
    kriterier: null,
  };
  await getRevisjonslogg().deny({ ...plan, aktoer: session }, null, 'manglerRolle');
  throw new AppError('IKKE_TILGANG');
}

function parseBody<B>(schema: z.ZodType<B>, json: unknown): B {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InvalidBody(parsed.error.issues.slice(0, 10).map((issue) => issue.path.join('.')));
}

/** A handler for one method of one `route.ts`. Its order is its promise: origin, session, right, sign-in, body, act. */
export function route<B>(
  { mal, requires, body, nyligInnlogging = false, passiv = false }: Declaration<B>,
  run: (kall: Kall<B>) => Promise<Disclosed<unknown> | Egne<unknown> | Empty>,
): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    const started = performance.now();
    let response: Response;
    let fault: unknown;
    try {
      checkOrigin(request);
      const found = getSession(passiv);
      // Arrives while the database finds the session; nobody looks at it, or says what is wrong with it, before the right.
      const arriving = readJson(request);
      arriving.catch(() => undefined);
      const session = await found;
      await checkAllowed(session, requires);
      if (nyligInnlogging) requireNyligInnlogging(session);
      const parsed = parseBody(body, await arriving);
      const params = await context.params;
      const kall = { session, body: parsed, params, requestId, signal: request.signal };
      const result = await withPlace(session.brukerId, () => run(kall));
      if (!(result instanceof Empty || result instanceof Egne) && !isDisclosed(result))
        throw new TypeError('a handler gave back an undisclosed value');
      response = toResponse(result, requestId);
    } catch (error) {
      fault = error;
      response = toProblem(toFeilKode(error), requestId, error instanceof InvalidBody ? error.felter : []);
    }
    const fields = { mal, status: response.status, ms: Math.round(performance.now() - started), requestId };
    if (response.status >= 500) log.error('http.failed', { ...fields, error: fault });
    else log.info('http.answered', fields);

    return response;
  };
}
