/** The browser's side of the session: sign in, choose the kontekst, sign out. */
import { ApiFeil, sendRequest } from '#lib/client/api.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

/**
 * Starts sign-in at the organisation's identity provider and returns where the browser shall go.
 * By script and not by an HTML form: the content security policy allows forms to our own origin only, and the
 * provider is reached by a redirect from there.
 */
export function startLogin(): Promise<string> {
  return startSignIn('', '/');
}

/** The same for one who is signed in and must prove it again: the provider asks her, and she comes back to `/logg-inn/igjen`. */
export function startNyInnlogging(): Promise<string> {
  return startSignIn('?igjen', '/logg-inn/igjen?tilbake');
}

async function startSignIn(query: string, callbackUrl: string): Promise<string> {
  const csrf: { csrfToken: string } = await (await sendRequest('GET', '/api/auth/csrf')).json();
  const response = await fetch(`/api/auth/signin/virksomhet${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    body: new URLSearchParams({ csrfToken: csrf.csrfToken, callbackUrl, json: 'true' }),
  });
  if (!response.ok) throw new ApiFeil('INTERN_FEIL', null);
  const answer: { url: string } = await response.json();
  return answer.url;
}

/**
 * What the pages of this browser tell each other, in memory and without a word of who: that the user has proved who she is,
 * and that she has signed out.
 */
type Beskjed = 'ny-innlogging' | 'utlogging';

const openKanal = (beskjed: Beskjed) => new BroadcastChannel(`portal.${beskjed}`);

/** Tells the other pages. */
export function tellBeskjed(beskjed: Beskjed): void {
  const kanal = openKanal(beskjed);
  kanal.postMessage(null);
  kanal.close();
}

/** Calls when another page tells so. Gives what ends it. */
export function onBeskjed(beskjed: Beskjed, call: () => void): () => void {
  const kanal = openKanal(beskjed);
  kanal.onmessage = call;
  return () => kanal.close();
}

export async function changeKontekst(kontekst: Kontekst): Promise<void> {
  await sendRequest('PUT', '/api/session', kontekst);
}

/** Ends the session and returns where the browser shall go: the identity provider's end of session. */
export async function endSession(): Promise<string> {
  const response = await sendRequest('DELETE', '/api/session');
  return response.headers.get('location') ?? '/logg-inn?aarsak=logget-ut';
}
