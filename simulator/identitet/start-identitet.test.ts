/** A client of the identity provider signs in over plain HTTP and checks what it gets, as the portal must. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DEMOBRUKERE } from './demobrukere.ts';
import { ID_TOKEN_FEIL, type IdTokenFeil } from './id-token-feil.ts';
import { createNettleser } from './nettleser.ts';
import { createProeveklient, readKrav } from './proeveklient.ts';
import { type Identitet, startIdentitet } from './start-identitet.ts';

const PORTAL = 'http://localhost:3999';
const PASSORD = 'prøvepassord';
const HEMMELIGHET = 'hemmelighet-for-test';
let identitet: Identitet;
let klient: Awaited<ReturnType<typeof createProeveklient>>;

beforeAll(async () => {
  identitet = await startIdentitet({
    port: 0,
    passord: PASSORD,
    klienthemmelighet: HEMMELIGHET,
    portalUrler: [PORTAL],
  });
  klient = await createProeveklient(identitet.url, PORTAL, HEMMELIGHET);
});
afterAll(() => identitet.close());
afterEach(() => identitet.setFeil(undefined));

async function loggInn(brukernavn: string) {
  const nettleser = createNettleser(PORTAL);
  const { url, verifier, nonce } = klient.createForespoersel();
  const skjema = await nettleser.open(url);
  const tilbake = await nettleser.sendSkjema(skjema, { brukernavn, passord: PASSORD });
  const svar = new URL(tilbake.url).searchParams;
  expect(svar.get('state')).toBe('tilstand');
  return { nettleser, nonce, tokens: await klient.getTokens(svar.get('code') ?? '', verifier) };
}

test('discovery names the issuer as it is reached, code flow, PKCE S256 and RS256 only', async () => {
  expect(klient.oppdagelse).toMatchObject({
    issuer: identitet.url,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    end_session_endpoint: expect.stringContaining(identitet.url),
  });
});

test('every demo user signs in and gets the same claims in a valid id_token and at userinfo', async () => {
  for (const bruker of DEMOBRUKERE) {
    const { tokens, nonce } = await loggInn(bruker.brukernavn);
    expect(await klient.listMangler(tokens.id_token, nonce)).toEqual([]);
    const svar = await fetch(klient.oppdagelse.userinfo_endpoint, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    const ventet = {
      name: bruker.navn,
      preferred_username: bruker.brukernavn,
      department: bruker.enhet,
      groups: bruker.grupper,
      ...(bruker.pid === undefined ? {} : { pid: bruker.pid }),
    };
    const krav = readKrav(tokens.id_token);
    expect(krav, bruker.brukernavn).toMatchObject(ventet);
    expect(await svar.json()).toEqual({ sub: krav.sub, ...ventet });
  }
});

test('a wrong password shows the form again with an error tied to the fields, and keeps the typed name', async () => {
  const nettleser = createNettleser(PORTAL);
  const skjema = await nettleser.open(klient.createForespoersel().url);
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
  const { html } = await createNettleser(PORTAL).open(klient.createForespoersel().url);
  for (const { brukernavn } of DEMOBRUKERE) expect(html).toContain(`<code>${brukernavn}</code>`);
  expect(html).toContain('<label for="brukernavn">Brukernavn</label>');
  expect(html).toContain('<label for="passord">Passord</label>');
  expect(html).toContain('<html lang="nb">');
  expect(html).not.toContain('<script');
});

test('a request without PKCE, or back to an unregistered address, does not reach the login page', async () => {
  const utenPkce = klient.createForespoersel({ code_challenge: '', code_challenge_method: '' });
  const avvist = await createNettleser(PORTAL).open(utenPkce.url);
  expect(new URL(avvist.url).searchParams.get('error')).toBe('invalid_request');
  const fremmed = klient.createForespoersel({ redirect_uri: 'http://localhost:4000/annet' });
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
    const { url, verifier } = klient.createForespoersel();
    const tilbake = await nettleser.sendSkjema(await nettleser.open(url), {
      brukernavn: 'leder',
      passord: PASSORD,
    });
    const code = new URL(tilbake.url).searchParams.get('code') ?? '';
    const svar = await klient.getTokens(
      code,
      bytt ? randomBytes(32).toString('base64url') : verifier,
      hemmelighet,
    );
    expect(svar.error).toBe(feil);
  }
});

test('one who is signed in is asked anew when the client says so, and `auth_time` is that of the last time', async () => {
  const { nettleser, tokens } = await loggInn('saksbehandler');
  expect((await nettleser.open(klient.createForespoersel().url)).status).toBe(0);
  const { url, verifier } = klient.createForespoersel({ prompt: 'login' });
  const skjema = await nettleser.open(url);
  expect(skjema.html).toContain('<h1>Logg inn</h1>');
  const tilbake = await nettleser.sendSkjema(skjema, { brukernavn: 'saksbehandler', passord: PASSORD });
  const nye = await klient.getTokens(new URL(tilbake.url).searchParams.get('code') ?? '', verifier);
  const foerst = Number(readKrav(tokens.id_token).auth_time);
  expect(Number(readKrav(nye.id_token).auth_time)).toBeGreaterThanOrEqual(foerst);
});

test('sign-out ends the session here and returns to the portal, so the next visit asks for a password', async () => {
  const { nettleser, tokens } = await loggInn('saksbehandler');
  const innlogget = await nettleser.open(klient.createForespoersel().url);
  expect(innlogget.status).toBe(0);
  const parametre = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${PORTAL}/logg-inn?aarsak=logget-ut`,
  });
  const utlogging = await nettleser.open(`${klient.oppdagelse.end_session_endpoint}?${parametre}`);
  expect(utlogging.html).toContain('Logg ut</button>');
  const tilbake = await nettleser.sendSkjema(utlogging, { logout: 'yes' });
  expect(tilbake.url).toBe(`${PORTAL}/logg-inn?aarsak=logget-ut`);
  expect((await nettleser.open(klient.createForespoersel().url)).html).toContain('<h1>Logg inn</h1>');
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
    'auth-time-mangler': ['auth_time'],
    'auth-time-gammel': ['auth_time'],
    'auth-time-framtid': ['auth_time'],
  };
  for (const feil of ID_TOKEN_FEIL) {
    identitet.setFeil(feil);
    const { tokens, nonce } = await loggInn('saksbehandler');
    expect(await klient.listMangler(tokens.id_token, nonce), feil).toEqual(ventet[feil]);
  }
  identitet.setFeil(undefined);
  const { tokens, nonce } = await loggInn('saksbehandler');
  expect(await klient.listMangler(tokens.id_token, nonce)).toEqual([]);
});

test('a login that is unknown or finished says so in words', async () => {
  const side = await createNettleser(PORTAL).open(`${identitet.url}/interaction/finnes-ikke`);
  expect(side).toMatchObject({ status: 400, html: expect.stringContaining('Innloggingen er utløpt') });
});
