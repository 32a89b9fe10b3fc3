/**
 * One attempt: one call on a warm connection, with one deadline from the queue to the last byte (security.md R-04).
 * No redirect is followed, no cookie kept and no compressed answer asked for. What the HTTP library throws ends
 * here: it may quote the address.
 */
import 'server-only';
import type { Dispatcher } from 'undici';
import { AppError } from '#lib/domain/feil.ts';
import type { Answer, Jsonsvar } from './classify-answer.ts';
import { classifyAnswer } from './classify-answer.ts';
import type { Forsoek } from './classify-error.ts';
import { classifyError, toForsoek } from './classify-error.ts';
import type { FregFeil } from './freg-svar.ts';
import type { Tilkobling } from './tilkobling.ts';

export type Forespoersel = {
  /** Scheme, host and port. */
  origin: string;
  path: string;
  /** JSON text of a POST; null for a GET. */
  body: string | null;
  /** `If-None-Match`; null for none. */
  etag: string | null;
  /** On a connection of its own, which tells whether anything was sent. */
  engang: boolean;
  /** Milliseconds that this attempt may take. */
  fristMs: number;
  signal: AbortSignal | undefined;
  /** Awaited when the whole answer is there and before it is read: bytes are small, what they are read into is not. */
  foerLesing: (() => Promise<void>) | undefined;
  /** Milliseconds since the epoch. */
  naa: () => number;
};

export type Forsoekssvar = Omit<Forsoek, 'svar'> & {
  svar: FregFeil | Jsonsvar;
  fregRequestId: string | null;
  /** `ETag` of the answer, quotes included; null when it has none that could be sent back. */
  etag: string | null;
  /** Whether a byte of the call can have reached the register. Known of calls that are made once; true of others. */
  sendt: boolean;
};

const HEADERS = {
  accept: 'application/json',
  'accept-encoding': 'identity',
  'user-agent': 'folkeregisterportalen',
};

const BODY_HEADERS = { ...HEADERS, 'content-type': 'application/json' };

async function readAnswer(
  tilkobling: Tilkobling,
  dispatcher: Dispatcher,
  foresp: Forespoersel,
  signal: AbortSignal,
): Promise<Answer> {
  const { origin, path, body, etag } = foresp;
  const headers = etag === null ? HEADERS : { ...HEADERS, 'if-none-match': etag };
  const svar =
    body === null
      ? await dispatcher.request({ origin, path, method: 'GET', headers, signal })
      : await dispatcher.request({ origin, path, method: 'POST', headers: BODY_HEADERS, body, signal });
  tilkobling.harSvart = true;
  const header = (navn: string) => {
    const verdi = svar.headers[navn];
    return Array.isArray(verdi) ? verdi[0] : verdi;
  };
  return { status: svar.statusCode, header, body: await svar.body.bytes() };
}

/** The register's id of the call, when it is one word. */
function findRequestId(answer: Answer): string | null {
  const id = answer.header('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(id) ? id : null;
}

/** The answer's name of its own version, when it is one that a header can carry back. */
function findEtag(answer: Answer): string | null {
  const etag = answer.header('etag') ?? '';
  return /^(W\/)?"[\w+/=.:-]{1,256}"$/.test(etag) ? etag : null;
}

/** Where the call goes, and whether anything of it can have been sent. */
function chooseDispatcher(tilkobling: Tilkobling, { origin, body, engang }: Forespoersel) {
  if (!engang) {
    const dispatcher: Dispatcher = body === null ? tilkobling.agent : tilkobling.bulkAgent;
    return { dispatcher, isSendt: () => true, close: () => undefined };
  }
  const klient = tilkobling.createEngangsklient(origin);
  let sendt = false;
  klient.once('connect', () => {
    sendt = true;
  });
  return { dispatcher: klient, isSendt: () => sendt, close: () => void klient.destroy() };
}

/**
 * Makes the call once.
 * @returns an outcome for everything that the network and the register can do.
 * @throws AppError INTERN_FEIL for what only a fault of ours can cause; it carries nothing of the call.
 */
export async function runForsoek(tilkobling: Tilkobling, foresp: Forespoersel): Promise<Forsoekssvar> {
  const stopp = new AbortController();
  const cancel = () => stopp.abort();
  const timer = setTimeout(cancel, foresp.fristMs);
  foresp.signal?.addEventListener('abort', cancel, { once: true });
  const { dispatcher, isSendt, close } = chooseDispatcher(tilkobling, foresp);
  try {
    const answer = await readAnswer(tilkobling, dispatcher, foresp, stopp.signal);
    clearTimeout(timer);
    await foresp.foerLesing?.();
    const vedlagt = { fregRequestId: findRequestId(answer), etag: findEtag(answer) };
    return { ...classifyAnswer(answer, foresp.naa()), ...vedlagt, sendt: true };
  } catch (error) {
    const rest = { fregRequestId: null, etag: null, sendt: isSendt() };
    if (foresp.signal?.aborted) return { ...toForsoek({ kind: 'avbrutt' }), ...rest };
    if (stopp.signal.aborted) return { ...toForsoek({ kind: 'tidsavbrudd' }), ...rest };
    const forsoek = classifyError(error, tilkobling.harSvart);
    if (forsoek === null) throw new AppError('INTERN_FEIL');
    return { ...forsoek, ...rest };
  } finally {
    close();
    clearTimeout(timer);
    foresp.signal?.removeEventListener('abort', cancel);
  }
}
