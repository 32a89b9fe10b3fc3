/** Sign-in and sessions at the protocol's level (security.md S-01 to S-07). */
import { expect, test } from '@playwright/test';
import { createPortalClient } from '../scripts/portal-client.ts';
import { getScenarioNummer, office, setIdTokenFeil } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';
import { getLastId, listRaderAfter, runAsOwner } from './support/revisjonslogg.ts';

for (const feil of [
  'iss',
  'aud',
  'azp',
  'nonce',
  'exp',
  'auth-time-mangler',
  'signatur',
  'alg-none',
  'alg-hs256',
]) {
  test(`S-01: an id token with wrong ${feil} gives no session, and a DENIED row`, async () => {
    const before = await getLastId();
    await setIdTokenFeil(feil);
    try {
      await expect(signInAs('saksbehandler')).rejects.toThrow('fikk ingen sesjon');
    } finally {
      await setIdTokenFeil(null);
    }
    expect(await listRaderAfter(before)).toMatchObject([
      { slag: 'DENIED', handling: 'INNLOGGING', utfall: 'innloggingAvvist' },
    ]);
  });
}

test('S-01: a sign-in that is right leaves a LOGIN row under the user’s name', async () => {
  const before = await getLastId();
  await signInAs('leder');
  expect(await listRaderAfter(before)).toMatchObject([{ slag: 'LOGIN', bruker: 'leder' }]);
});

test('S-02: the cookie is opaque, bound to the host, and says nothing of the user', async () => {
  const { cookie } = await signInAs('saksbehandler');
  const [name, value = ''] = cookie.split('=');
  expect(name).toBe('__Host-session');
  expect(Buffer.from(value, 'base64url')).toHaveLength(32);
});

test('S-04: a role taken away bites at the next request, without a call to the register', async () => {
  const client = await signInAs('saksbehandler-finans');
  const request = toRequest(
    { identifikasjonsnummer: await getScenarioNummer('ordinaer-mor') },
    'finans',
    'kundekontroll',
  );
  expect((await client.send('POST', '/api/oppslag', request)).status).toBe(200);
  await runAsOwner(`update portal.bruker set grupper = '{}' where brukernavn = 'saksbehandler-finans'`);
  const refused = await client.send('POST', '/api/oppslag', request);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ kode: 'IKKE_TILGANG' });
});

test('S-06: after sign-out the old value opens nothing', async () => {
  const client = await signInAs('saksbehandler');
  const out = await client.send('DELETE', '/api/session');
  expect(out.status).toBe(204);
  expect(out.headers.get('clear-site-data')).toContain('"cache"');
  expect(out.headers.get('location')).toContain('post_logout_redirect_uri');
  expect((await client.send('POST', '/api/revisjonslogg', {})).status).toBe(401);
});

test('S-03: a session past its end is a stranger, and reads nothing of what it was shown', async () => {
  const client = await signInAs('saksbehandler-eid');
  const request = toRequest(
    { identifikasjonsnummer: await getScenarioNummer('ordinaer-mor') },
    'eid',
    'identifisering',
  );
  const made = await (await client.send('POST', '/api/oppslag', request)).json();
  await runAsOwner(
    `update portal.session set sist_sett = now() - interval '31 minutes'
     where bruker_id = (select id from portal.bruker where brukernavn = 'saksbehandler-eid')`,
  );
  expect((await client.send('POST', `/api/oppslag/${made.oppslagId}`)).status).toBe(401);
});

test('a user without groups is signed in and may do nothing', async () => {
  const client = await createPortalClient(office.portalUrl, 'uten-tilgang', office.passord);
  const request = toRequest({ identifikasjonsnummer: await getScenarioNummer('ordinaer-mor') });
  expect((await client.send('POST', '/api/oppslag', request)).status).toBe(403);
  expect((await client.send('POST', '/api/revisjonslogg', {})).status).toBe(403);
});

for (const [bruker, path, status] of [
  ['administrator', '/api/oppslag', 403],
  ['personvernombud', '/api/oppslag', 403],
  ['saksbehandler', '/api/revisjonslogg', 403],
  ['leder', '/api/revisjonslogg', 403],
  ['personvernombud', '/api/revisjonslogg', 200],
  ['administrator', '/api/revisjonslogg', 200],
] as const) {
  test(`Z-12: ${bruker} at ${path}: ${status}, with a row that says so`, async () => {
    const client = await signInAs(bruker);
    const before = await getLastId();
    const response = await client.send(
      'POST',
      path,
      path === '/api/oppslag' ? toRequest({ navn: 'SMIDIG KOPP' }) : {},
    );
    expect(response.status).toBe(status);
    const rader = await listRaderAfter(before);
    const slag = rader.map((rad) => rad.slag);
    if (path === '/api/oppslag') expect(rader.map(({ handling }) => handling)).toEqual(['OPPSLAG']);
    expect(slag).toEqual(status === 200 ? ['INTENT', 'DISCLOSED'] : ['DENIED']);
  });
}
