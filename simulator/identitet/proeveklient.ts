/**
 * A client of the identity provider for tests: asks for a sign-in, exchanges the code, and finds every reason to
 * refuse an id_token. It trusts nothing that it can check.
 */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { KLIENT_ID } from './konfigurasjon.ts';

const TILBAKE = '/api/auth/callback/virksomhet';

export type Oppdagelse = Record<
  | 'authorization_endpoint'
  | 'token_endpoint'
  | 'userinfo_endpoint'
  | 'end_session_endpoint'
  | 'jwks_uri'
  | 'issuer',
  string
>;
export type Tokensvar = { id_token: string; access_token: string; error?: string };

/** A client at the portal's address, with its secret. Errors are those of fetch. */
export async function createProeveklient(utsteder: string, portal: string, hemmelighet: string) {
  const oppdagelse: Oppdagelse = await (await fetch(`${utsteder}/.well-known/openid-configuration`)).json();

  /** One authorization request with fresh PKCE and nonce; `endringer` replaces parameters. */
  function createForespoersel(endringer: Record<string, string> = {}) {
    const verifier = randomBytes(32).toString('base64url');
    const nonce = randomBytes(8).toString('hex');
    const parametre = new URLSearchParams({
      client_id: KLIENT_ID,
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: `${portal}${TILBAKE}`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'tilstand',
      nonce,
      max_age: '36000',
      ...endringer,
    });
    return { url: `${oppdagelse.authorization_endpoint}?${parametre}`, verifier, nonce };
  }

  /** The token endpoint's answer, an error included. */
  async function getTokens(code: string, verifier: string, secret = hemmelighet): Promise<Tokensvar> {
    const svar = await fetch(oppdagelse.token_endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${KLIENT_ID}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: `${portal}${TILBAKE}`,
      }),
    });
    return svar.json();
  }

  /** Every reason to refuse the token, by name; empty when it is good. */
  async function listMangler(token: string, nonce: string): Promise<string[]> {
    const [hode, krav, signatur = ''] = token.split('.');
    const [h, k] = [readDel(hode), readDel(krav)];
    const { keys } = await (await fetch(oppdagelse.jwks_uri)).json();
    const jwk = keys.find(({ kid }: { kid: string }) => kid === h.kid);
    const noekkel = createPublicKey({ key: jwk, format: 'jwk' });
    const innhold = Buffer.from(`${hode}.${krav}`);
    const regler: [string, boolean][] = [
      ['alg', h.alg === 'RS256'],
      ['signatur', verify('sha256', innhold, noekkel, Buffer.from(signatur, 'base64url'))],
      ['iss', k.iss === oppdagelse.issuer],
      ['aud', [k.aud].flat().includes(KLIENT_ID)],
      ['azp', (k.azp ?? KLIENT_ID) === KLIENT_ID],
      ['nonce', k.nonce === nonce],
      ['exp', Number(k.exp) > Date.now() / 1000],
      // Every sign-in of these tests is made a moment ago.
      ['auth_time', Math.abs(Number(k.auth_time) - Date.now() / 1000) < 300],
    ];
    return regler.filter(([, holder]) => !holder).map(([navn]) => navn);
  }

  return { oppdagelse, createForespoersel, getTokens, listMangler };
}

/** The claims of an id_token, unchecked. */
export function readKrav(token: string): Record<string, unknown> {
  return readDel(token.split('.')[1]);
}

function readDel(del = ''): Record<string, unknown> {
  return JSON.parse(Buffer.from(del, 'base64url').toString());
}
