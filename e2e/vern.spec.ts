/** What every answer of the portal must have and refuse, asked without a browser (security.md N-02 to N-16). */
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { countCalls, getScenarioNummer, office } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';

let saksbehandler: PortalClient;
let nummer: string;

test.beforeAll(async () => {
  saksbehandler = await signInAs('saksbehandler');
  nummer = await getScenarioNummer('ordinaer-mor');
});

const API = [
  ['POST', '/api/oppslag'],
  ['POST', '/api/oppslag/mine'],
  ['POST', '/api/oppslag/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c'],
  ['POST', '/api/soek'],
  ['POST', '/api/soek/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c'],
  ['POST', '/api/bulk'],
  ['POST', '/api/revisjonslogg'],
  ['POST', '/api/tilgang/brukere'],
  ['POST', '/api/tilgang/brukere/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c'],
  ['PUT', '/api/tilgang/brukere/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c'],
  ['POST', '/api/tilgang/brukere/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c/bekreftelse'],
  ['POST', '/api/tilgang/enheter'],
  ['PUT', '/api/tilgang/enheter'],
  ['POST', '/api/innsyn'],
  ['POST', '/api/innsyn/navn'],
  ['POST', '/api/mine-oppslag'],
  ['PUT', '/api/session'],
  ['DELETE', '/api/session'],
] as const;
const PAGES = [
  '/',
  '/soek',
  '/bulk',
  '/oppslag/6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c',
  '/revisjonslogg',
  '/tilgang',
  '/innsyn',
  '/mine-oppslag',
];

for (const [method, path] of API) {
  test(`N-02: ${method} ${path} gives nothing without a session`, async () => {
    const headers = {
      origin: office.portalUrl,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    // Nor is a stranger told what is wrong with what she sent.
    for (const body of ['{}', '{']) {
      const response = await fetch(`${office.portalUrl}${path}`, { method, headers, body });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ kode: 'IKKE_INNLOGGET' });
    }
  });

  test(`N-06: ${method} ${path} is refused without the headers of our own page, session or not`, async () => {
    for (const headers of [
      {},
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await fetch(`${office.portalUrl}${path}`, {
        method,
        headers: { ...headers, cookie: saksbehandler.cookie, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ kode: 'AVVIST_OPPRINNELSE' });
    }
  });

  test(`N-06: ${method} ${path} has no other way in by GET`, async () => {
    const response = await fetch(`${office.portalUrl}${path}`, { headers: saksbehandler.headers });
    expect([404, 405]).toContain(response.status);
  });
}

for (const path of PAGES) {
  test(`N-02: the page ${path} sends a stranger to sign-in and shows nothing`, async () => {
    const response = await fetch(`${office.portalUrl}${path}`, { redirect: 'manual' });
    const body = await response.text();
    const sent = response.headers.get('location') ?? body;
    expect(sent).toContain('/logg-inn');
    expect(body).not.toContain('id="identifikasjonsnummer"');
  });
}

const VARIANTS = [
  (path: string) => `${path}.rsc`,
  (path: string) => `${path}.segments/_tree.segment.rsc`,
  (path: string) => `${path}/index.rsc`,
  (path: string) => `${path}?_rsc=1`,
  (path: string) => `${path}?nxtPoppslagId=x`,
  (path: string) => path.replaceAll('o', '%6f'),
  (path: string) => `/_next/data/x${path}.json`,
];
const SMUGGLED: Record<string, string>[] = [
  {},
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/proxy' },
  { 'Next-Resume': '1' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-nonce': 'abc', 'Content-Security-Policy': "script-src 'unsafe-inline'" },
  { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
];

test('N-03: no variant of a URL and no smuggled header shows a stranger an oppslag', async () => {
  const made = await (
    await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }))
  ).json();
  expect(made.utfall).toBe('funnet');
  const secret = made.person.hode.navn;
  let seen = 0;
  for (const page of [...PAGES, `/oppslag/${made.oppslagId}`]) {
    for (const path of [page, ...VARIANTS.map((variant) => variant(page))]) {
      for (const headers of SMUGGLED) {
        const response = await fetch(`${office.portalUrl}${path}`, { headers, redirect: 'manual' });
        const body = await response.text();
        expect(body, `${path} ${JSON.stringify(headers)}`).not.toContain(secret);
        expect(body).not.toContain(nummer);
        expect(response.status).toBeLessThan(500);
        seen += 1;
      }
    }
  }
  expect(seen).toBe((PAGES.length + 1) * (VARIANTS.length + 1) * SMUGGLED.length);
});

test('N-02: a smuggled policy header does not weaken the policy of the answer', async () => {
  const response = await fetch(`${office.portalUrl}/logg-inn`, {
    headers: { 'Content-Security-Policy': "script-src 'unsafe-inline'", 'x-nonce': 'abc' },
  });
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  expect(await response.text()).not.toContain('nonce="abc"');
});

test('N-04, N-07, N-08: every answer forbids caching, framing, sniffing and foreign code', async () => {
  const page = await fetch(`${office.portalUrl}/`, { headers: { cookie: saksbehandler.cookie } });
  const missing = await fetch(`${office.portalUrl}/finnes-ikke`, {
    headers: { cookie: saksbehandler.cookie },
  });
  const signIn = await fetch(`${office.portalUrl}/logg-inn`);
  const api = await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }));
  const refused = await fetch(`${office.portalUrl}/api/oppslag`, { method: 'POST' });
  for (const response of [page, missing, signIn, api, refused]) {
    const header = (name: string) => response.headers.get(name) ?? '';
    expect(header('cache-control'), response.url).toContain('no-store');
    expect(header('etag')).toBe('');
    expect(header('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(header('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/);
    expect(header('strict-transport-security')).toMatch(/max-age=31536000/);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('no-referrer');
    expect(header('cross-origin-opener-policy')).toBe('same-origin');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('permissions-policy')).toContain('camera=()');
    expect(header('x-powered-by')).toBe('');
  }
  for (const response of [page, signIn]) {
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
  }
});

test('N-07: the nonce is a new one each time', async () => {
  const policies = await Promise.all(
    [1, 2, 3].map(async () =>
      (await fetch(`${office.portalUrl}/logg-inn`)).headers.get('content-security-policy'),
    ),
  );
  expect(new Set(policies).size).toBe(3);
});

test('N-10: what says that it is a prefetch makes no call and no row', async () => {
  const before = await countCalls();
  const response = await fetch(`${office.portalUrl}/api/oppslag`, {
    method: 'POST',
    headers: { ...saksbehandler.headers, 'content-type': 'application/json', 'Sec-Purpose': 'prefetch' },
    body: JSON.stringify(toRequest({ identifikasjonsnummer: nummer })),
  });
  expect(response.status).toBe(403);
  expect(await countCalls()).toBe(before);
});

test('N-12: a body over the limit and odd bodies are refused, and the portal lives on', async () => {
  const send = (body: string, type = 'application/json') =>
    fetch(`${office.portalUrl}/api/oppslag`, {
      method: 'POST',
      headers: { ...saksbehandler.headers, 'content-type': type },
      body,
    });
  expect((await send(JSON.stringify('x'.repeat(70_000)))).status).toBe(413);
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '"x"',
    '{"kriterier":{"__proto__":1}}',
    `${'['.repeat(20_000)}`,
    '\u0000',
  ]) {
    expect((await send(body)).status, body.slice(0, 40)).toBe(400);
  }
  expect((await send('{}', 'text/plain')).status).toBe(400);
  expect((await send(JSON.stringify({ ...toRequest({ navn: 'A B' }), ekstra: 1 }))).status).toBe(400);
  expect((await fetch(`${office.portalUrl}/api/internal/live`)).status).toBe(204);
});

for (const path of [
  '/_next/image?url=%2Ficon.png&w=64&q=75',
  '/api/auth/session',
  '/api/auth/providers',
  '/api/auth/signout',
  '/api/auth/_log',
  '/api/auth/verify-request',
]) {
  test(`N-13: ${path} is not there`, async () => {
    const response = await fetch(`${office.portalUrl}${path}`, {
      headers: { cookie: saksbehandler.cookie },
      redirect: 'manual',
    });
    expect([400, 404]).toContain(response.status);
  });
}

test('N-16: a refusal carries a code and a reference, and nothing of what was sent', async () => {
  const response = await saksbehandler.send('POST', '/api/oppslag', { nummer, navn: 'HEMMELIG NAVN' });
  const text = await response.text();
  expect(response.status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({
    kode: 'UGYLDIG_INNHOLD',
    referanse: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(text).not.toContain(nummer);
  expect(text).not.toContain('HEMMELIG');
});

test('a stranger’s oppslag id and one that never was give the same answer, byte for byte but the reference', async () => {
  const made = await (
    await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }))
  ).json();
  const other = await signInAs('saksbehandler-fortrolig');
  const shapeOf = async (id: string) => {
    const response = await other.send('POST', `/api/oppslag/${id}`);
    const { referanse, ...rest } = await response.json();
    expect(referanse).toBeTruthy();

    return { status: response.status, rest, headers: [...response.headers.keys()].sort() };
  };
  expect(await shapeOf(made.oppslagId)).toEqual(await shapeOf('6f1f6c8e-5d0e-4a51-8f0a-2f9f3f0a1b2c'));
  expect((await saksbehandler.send('POST', `/api/oppslag/${made.oppslagId}`)).status).toBe(200);
});
