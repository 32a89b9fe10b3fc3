/**
 * The browser's one door to our own API. Rule: nothing here or behind it puts content in a URL, a log or browser
 * storage; every failure is one `ApiFeil` with a code that has a text (`feil.<kode>`).
 */
import { FEIL, type FeilKode, type Problem } from '#lib/domain/feil.ts';

/** `INGEN_KONTAKT`: the request never got an answer from the portal. */
export type ApiFeilKode = FeilKode | 'INGEN_KONTAKT';

/** An answer that is not a success. `referanse` is the request id to give to support, null when there was no answer. */
export class ApiFeil extends Error {
  readonly kode: ApiFeilKode;
  readonly referanse: string | null;
  constructor(kode: ApiFeilKode, referanse: string | null) {
    super(kode);
    this.name = 'ApiFeil';
    this.kode = kode;
    this.referanse = referanse;
  }
}

/** The failure of an answer, whoever wrote it: a gateway's HTML page gives the code of its status at best. */
export async function parseProblem(response: Response): Promise<ApiFeil> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  const kode = problem.kode && problem.kode in FEIL ? problem.kode : codeOfStatus(response.status);
  return new ApiFeil(kode, problem.referanse ?? null);
}

function codeOfStatus(status: number): FeilKode {
  if (status === 401) return 'IKKE_INNLOGGET';
  if (status === 403) return 'IKKE_TILGANG';
  if (status === 404) return 'IKKE_FUNNET';
  return 'INTERN_FEIL';
}

/**
 * Sends one request to our own API.
 * @throws {ApiFeil} for every answer outside 2xx and when there is no answer.
 */
export async function sendRequest(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Response> {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiFeil('INGEN_KONTAKT', null);
  });
  if (!response.ok) throw await parseProblem(response);
  return response;
}

/** POST with a JSON answer. The answer's shape is the contract of the route in lib/domain. */
export async function postJson<T>(path: string, body?: unknown): Promise<T> {
  const response = await sendRequest('POST', path, body);
  return response.json();
}
