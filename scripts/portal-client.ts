/**
 * A caseworker without a browser: signs in through the identity provider's real login page and calls the portal's
 * API with the headers a browser would send. For API tests, the crash test and benches.
 */

/** A signed-in client. `cookie` is what its browser would send. */
export type PortalClient = {
  readonly cookie: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sends JSON; answers as fetch does. `undefined` sends no body. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
};

type Jar = Map<string, string>;

function readCookies(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const cut = pair.indexOf('=');
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
    if (value === '' || /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

const toCookie = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** Fetches with the jar and follows redirects by hand, as they carry cookies between two origins. */
async function visit(jar: Jar, url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: toCookie(jar) };
  const response = await fetch(url, { ...init, headers, redirect: 'manual' });
  readCookies(jar, response);
  const next = response.headers.get('location');
  if (!next || response.status < 300 || response.status > 399) return response;

  return visit(jar, new URL(next, url).href);
}

async function startSignIn(jar: Jar, portalUrl: string): Promise<string> {
  const csrf = await (await visit(jar, `${portalUrl}/api/auth/csrf`)).json();
  const body = new URLSearchParams({ csrfToken: csrf.csrfToken, callbackUrl: '/', json: 'true' });
  const started = await visit(jar, `${portalUrl}/api/auth/signin/virksomhet`, { method: 'POST', body });

  return (await started.json()).url;
}

/**
 * Signs in. Throws when the portal gives no session.
 * @param portalUrl origin without a slash at the end
 */
export async function createPortalClient(
  portalUrl: string,
  brukernavn: string,
  passord: string,
): Promise<PortalClient> {
  const jar: Jar = new Map();
  const login = await visit(jar, await startSignIn(jar, portalUrl));
  const form = new URLSearchParams({ brukernavn, passord });
  await visit(jar, login.url, { method: 'POST', body: form });
  if (!jar.has('__Host-session')) throw new Error(`${brukernavn} fikk ingen sesjon`);
  const cookie = `__Host-session=${jar.get('__Host-session')}`;
  const headers = { cookie, origin: portalUrl, 'sec-fetch-site': 'same-origin' };

  return {
    cookie,
    headers,
    send: (method, path, body) =>
      fetch(`${portalUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
