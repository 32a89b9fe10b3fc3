/** A client of the identity provider signs in over plain HTTP and checks what it gets, as the portal must. */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMOBRUKERE } from './demobrukere.ts';
import { ID_TOKEN_FEIL, type IdTokenFeil } from './id-token-feil.ts';
import { createNettleser } from './nettleser.ts';
import { type Identitet, startIdentitet } from './start-identitet.ts';

const PORTAL = 'http://localhost:3999';
const PASSORD = 'prøvepassord';
const HEMMELIGHET = 'hemmelighet-for-test';
type Oppdagelse = Record<
  | 'authorization_endpoint'
  | 'token_endpoint'
  | 'userinfo_endpoint'
  | 'end_session_endpoint'
  | 'jwks_uri'
  | 'issuer',
  string
>;

let identitet: Identitet;
let oppdagelse: Oppdagelse;

beforeAll(async () => {
  identitet = await startIdentitet({
    port: 0,
    passord: PASSORD,
    klienthemmelighet: HEMMELIGHET,
    portalUrler: [PORTAL],
  });
  oppdagelse = await (await fetch(`${identitet.url}/.well-known/openid-configuration`)).json();
});
afterAll(() => identitet.close());
afterEach(() => identitet.setFeil(undefined));

/** One authorization request with fresh PKCE, state and nonce. */
function createForespoersel(endringer: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const nonce = randomBytes(8).toString('hex');
  const parametre = new URLSearchParams({
    client_id: 'folkeregisterportalen',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${PORTAL}/api/auth/callback/virksomhet`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'tilstand',
    nonce,
    ...endringer,
  });
  return { url: `${oppdagelse.authorization_endpoint}?${parametre}`, verifier, nonce };
}

async function getTokens(code: string, verifier: string, hemmelighet = HEMMELIGHET) {
  const svar = await fetch(oppdagelse.token_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`folkeregisterportalen:${hemmelighet}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${PORTAL}/api/auth/callback/virksomhet`,
    }),
  });
  return { status: svar.status, ...(await svar.json()) };
}

async function loggInn(brukernavn: string) {
  const nettleser = createNettleser(PORTAL);
  const { url, verifier, nonce } = createForespoersel();
  const skjema = await nettleser.open(url);
  const tilbake = await nettleser.sendSkjema(skjema, { brukernavn, passord: PASSORD });
  const svar = new URL(tilbake.url).searchParams;
  expect(svar.get('state')).toBe('tilstand');
  return { nettleser, nonce, tokens: await getTokens(svar.get('code') ?? '', verifier) };
}

const readDel = (del = '') => JSON.parse(Buffer.from(del, 'base64url').toString());

/** Every reason to refuse the token, found as a relying party would; empty when it is good. */
async function listMangler(token: string, nonce: string): Promise<string[]> {
  const [hode, krav, signatur = ''] = token.split('.');
  const [h, k] = [readDel(hode), readDel(krav)];
  const { keys } = await (await fetch(oppdagelse.jwks_uri)).json();
  const noekkel = createPublicKey({ key: keys.find((n: { kid: string }) => n.kid === h.kid), format: 'jwk' });
  const ektesignert = verify(
    'sha256',
    Buffer.from(`${hode}.${krav}`),
    noekkel,
    Buffer.from(signatur, 'base64url'),
  );
  const regler: [string, boolean][] = [
    ['alg', h.alg === 'RS256'],
    ['signatur', ektesignert],
    ['iss', k.iss === oppdagelse.issuer],
    ['aud', [k.aud].flat().includes('folkeregisterportalen')],
    ['azp', (k.azp ?? 'folkeregisterportalen') === 'folkeregisterportalen'],
    ['nonce', k.nonce === nonce],
    ['exp', k.exp > Date.now() / 1000],
  ];
  return regler.filter(([, holder]) => !holder).map(([navn]) => navn);
}

test('discovery names the issuer as it is reached, code flow, PKCE S256 and RS256 only', async () => {
  expect(oppdagelse).toMatchObject({
    issuer: identitet.url,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    end_session_endpoint: expect.stringContaining(identitet.url),
  });
});

test('every demo user signs in and gets the same claims in a valid id_token and at userinfo', async () => {
  for (const bruker of DEMOBRUKERE) {
    const { tokens, nonce } = await loggInn(bruker.brukernavn);
    expect(await listMangler(tokens.id_token, nonce)).toEqual([]);
    const svar = await fetch(oppdagelse.userinfo_endpoint, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const ventet = {
      name: bruker.navn,
      preferred_username: bruker.brukernavn,
      department: bruker.enhet,
      groups: bruker.grupper,
    };
    const krav = readDel(tokens.id_token.split('.')[1]);
    expect(krav, bruker.brukernavn).toMatchObject(ventet);
    expect(await svar.json()).toEqual({ sub: krav.sub, ...ventet });
  }
});

test('a wrong password shows the form again with an error tied to the fields, and keeps the typed name', async () => {
  const nettleser = createNettleser(PORTAL);
  const skjema = await nettleser.open(createForespoersel().url);
  const feil = await nettleser.sendSkjema(skjema, { brukernavn: 'leder"><b>', passord: 'feil' });
  expect(feil.status).toBe(400);
  expect(feil.html).toContain('Brukernavn eller passord er feil');
  expect(feil.html).toMatch(
    /id="brukernavn"[^>]*value="leder&#34;&#62;&#60;b&#62;"[^>]*aria-invalid="true"[^>]*aria-describedby="feil"/,
  );
  const tilbake = await nettleser.sendSkjema(feil, { brukernavn: 'Leder ', passord: PASSORD });
  expect(new URL(tilbake.url).searchParams.has('code')).toBe(true);
});

test('the login page names every demo user, labels both fields and needs no script', async () => {
  const { html } = await createNettleser(PORTAL).open(createForespoersel().url);
  for (const { brukernavn } of DEMOBRUKERE) expect(html).toContain(`<code>${brukernavn}</code>`);
  expect(html).toContain('<label for="brukernavn">Brukernavn</label>');
  expect(html).toContain('<label for="passord">Passord</label>');
  expect(html).toContain('<html lang="nb">');
  expect(html).not.toContain('<script');
});

test('a request without PKCE, or back to an unregistered address, does not reach the login page', async () => {
  const utenPkce = createForespoersel({ code_challenge: '', code_challenge_method: '' });
  const avvist = await createNettleser(PORTAL).open(utenPkce.url);
  expect(new URL(avvist.url).searchParams.get('error')).toBe('invalid_request');
  const fremmed = createForespoersel({ redirect_uri: 'http://localhost:4000/annet' });
  expect(await createNettleser(PORTAL).open(fremmed.url)).toMatchObject({
    status: 400,
    html: expect.stringContaining('redirect_uri'),
  });
});

test('a code is worth nothing with another verifier or another client secret', async () => {
  for (const [bytt, hemmelighet, feil] of [
    [true, HEMMELIGHET, 'invalid_grant'],
    [false, 'gal', 'invalid_client'],
  ] as const) {
    const nettleser = createNettleser(PORTAL);
    const { url, verifier } = createForespoersel();
    const tilbake = await nettleser.sendSkjema(await nettleser.open(url), {
      brukernavn: 'leder',
      passord: PASSORD,
    });
    const code = new URL(tilbake.url).searchParams.get('code') ?? '';
    const svar = await getTokens(code, bytt ? randomBytes(32).toString('base64url') : verifier, hemmelighet);
    expect(svar.error).toBe(feil);
  }
});

test('sign-out ends the session here and returns to the portal, so the next visit asks for a password', async () => {
  const { nettleser, tokens } = await loggInn('saksbehandler');
  const innlogget = await nettleser.open(createForespoersel().url);
  expect(innlogget.status).toBe(0);
  const parametre = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${PORTAL}/logg-inn`,
  });
  const utlogging = await nettleser.open(`${oppdagelse.end_session_endpoint}?${parametre}`);
  expect(utlogging.html).toContain('Logg ut</button>');
  const tilbake = await nettleser.sendSkjema(utlogging, { logout: 'yes' });
  expect(tilbake.url).toBe(`${PORTAL}/logg-inn`);
  expect((await nettleser.open(createForespoersel().url)).html).toContain('<h1>Logg inn</h1>');
});

test('each fault breaks exactly what it names and is gone when it is taken away', async () => {
  const ventet: Record<IdTokenFeil, string[]> = {
    iss: ['iss'],
    aud: ['aud'],
    azp: ['azp'],
    nonce: ['nonce'],
    exp: ['exp'],
    'alg-none': ['alg', 'signatur'],
    'alg-hs256': ['alg', 'signatur'],
    signatur: ['signatur'],
  };
  for (const feil of ID_TOKEN_FEIL) {
    identitet.setFeil(feil);
    const { tokens, nonce } = await loggInn('saksbehandler');
    expect(await listMangler(tokens.id_token, nonce), feil).toEqual(ventet[feil]);
  }
  identitet.setFeil(undefined);
  const { tokens, nonce } = await loggInn('saksbehandler');
  expect(await listMangler(tokens.id_token, nonce)).toEqual([]);
});

test('a login that is unknown or finished says so in words', async () => {
  const side = await createNettleser(PORTAL).open(`${identitet.url}/interaction/finnes-ikke`);
  expect(side).toMatchObject({ status: 400, html: expect.stringContaining('Innloggingen er utløpt') });
});
