/** What every answer of the portal must have and refuse, asked without a browser (security.md N-02 to N-16). */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { PortalClient } from '../scripts/portal-client.ts';
import { listRuter, toSti } from '../scripts/ruter.ts';
import { expectStrangerRefused, expectStrangerSentAway, inParallel } from './support/fremmed.ts';
import { countCalls, getScenarioNummer, office } from './support/office.ts';
import { signInAs, toRequest } from './support/oppslag.ts';

let saksbehandler: PortalClient;
let nummer: string;

test.beforeAll(async () => {
  saksbehandler = await signInAs('saksbehandler');
  nummer = await getScenarioNummer('ordinaer-mor');
});

const { api, sider } = listRuter(path.join(import.meta.dirname, '..'));
const RUTER = api.filter(({ handling }) => handling !== null);
const SIDER = sider.filter(({ handling }) => handling !== null).map(toSti);
const OPEN = new Set(sider.filter(({ handling }) => handling === null).map(toSti));

test('N-02: no route gives a stranger anything, nor tells her what is wrong with what she sent', async () => {
  for (const rute of RUTER) await expectStrangerRefused(office.portalUrl, rute);
});

test('N-02: every page sends a stranger to sign-in and shows nothing', async () => {
  for (const sti of SIDER) await expectStrangerSentAway(office.portalUrl, sti);
});

/** What a request from another page looks like, and what no page of ours sends. `{o}` is our own origin. */
const FREMMEDE: Record<string, string>[] = [
  {},
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'same-origin' },
  { origin: '{o}' },
  { origin: '{o}', 'sec-fetch-site': 'same-site' },
  { origin: '{o}', 'sec-fetch-site': 'none' },
  { origin: '{o}', 'sec-fetch-site': 'Same-Origin' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin', 'x-forwarded-host': 'evil.example' },
  { origin: '{o}.evil.example', 'sec-fetch-site': 'same-origin' },
  { origin: '{o}/', 'sec-fetch-site': 'same-origin' },
  { origin: '{o}', 'sec-fetch-site': 'same-origin', 'next-router-prefetch': '1' },
  { origin: '{o}', 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch;prerender' },
  { origin: '{o}', 'sec-fetch-site': 'same-origin', purpose: 'prefetch' },
];

test('N-06, N-10: no route takes a request that is not of our own page and meant, session or not', async () => {
  const ours = RUTER.filter(({ slag }) => slag === 'route');
  await inParallel(ours, async (rute) => {
    for (const fremmed of FREMMEDE) {
      const headers = Object.entries(fremmed).map(([name, value]): [string, string] => [
        name,
        value.replace('{o}', office.portalUrl),
      ]);
      const response = await fetch(`${office.portalUrl}${toSti(rute)}`, {
        method: rute.metode,
        headers: { ...Object.fromEntries(headers), cookie: saksbehandler.cookie },
      });
      const name = `${rute.metode} ${rute.mal} ${JSON.stringify(fremmed)}`;
      expect(response.status, name).toBe(403);
      expect(await response.json(), name).toMatchObject({ kode: 'AVVIST_OPPRINNELSE' });
    }
  });
});

test('N-06: a stream and a download are refused from another site and when nobody meant it', async () => {
  for (const rute of RUTER.filter(({ slag }) => slag !== 'route')) {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' },
    ]) {
      const url = `${office.portalUrl}${toSti(rute)}`;
      const response = await fetch(url, { headers: { ...headers, cookie: saksbehandler.cookie } });
      expect(response.status, `${rute.mal} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test('N-06: a route has no other way in by a method that it does not have', async () => {
  const stier = [...new Set(RUTER.map(toSti))];
  await inParallel(stier, async (sti) => {
    const own = RUTER.filter((rute) => toSti(rute) === sti).map(({ metode }) => metode);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((en) => !own.includes(en))) {
      const response = await fetch(`${office.portalUrl}${sti}`, { method, headers: saksbehandler.headers });
      expect([404, 405], `${method} ${sti}`).toContain(response.status);
    }
  });
});

const VARIANTS = [
  (sti: string) => sti,
  (sti: string) => `${sti}.rsc`,
  (sti: string) => `${sti}.segments/_tree.segment.rsc`,
  (sti: string) => `${sti}.segments/_full.segment.rsc`,
  (sti: string) => `${sti}/index.rsc`,
  (sti: string) => `${sti}?_rsc=1`,
  (sti: string) => `${sti}?nxtPoppslagId=x`,
  (sti: string) => `${sti}?__nextLocale=nb`,
  (sti: string) => `${sti}/`,
  (sti: string) => `/${sti}`,
  (sti: string) => sti.replaceAll('o', '%6f'),
  (sti: string) => sti.toUpperCase(),
  (sti: string) => `/./${sti}%2f..`,
  (sti: string) => `/_next/data/x${sti}.json`,
];
const SMUGGLED: Record<string, string>[] = [
  {},
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/proxy' },
  { 'x-middleware-rewrite': '/', 'x-middleware-next': '1' },
  { 'Next-Resume': '1' },
  { 'Next-Action': 'x' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-nextjs-data': '1', 'x-matched-path': '/' },
  { 'x-nonce': 'abc', 'Content-Security-Policy': "script-src 'unsafe-inline'" },
  { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
  { 'x-original-url': '/', 'x-rewrite-url': '/' },
];

test('N-03, N-17: no variant of a URL and no smuggled header shows a stranger an oppslag', async () => {
  const made = await (
    await saksbehandler.send('POST', '/api/oppslag', toRequest({ identifikasjonsnummer: nummer }))
  ).json();
  expect(made.utfall).toBe('funnet');
  const secret = made.person.hode.navn;
  const side = `/oppslag/${made.oppslagId}`;
  const next = (nr: number) => SMUGGLED[nr % SMUGGLED.length] ?? {};
  const ruter = [...new Set(RUTER.map(toSti)), `/api/oppslag/${made.oppslagId}`];
  // Every page in every form, each time with the next of the headers; every route, which has but one form of its own, with
  // some; and the page that leads to her in every form with each.
  const plan = [
    ...SIDER.flatMap((sti, nr) => VARIANTS.map((variant, form) => [variant(sti), next(nr + form)] as const)),
    ...ruter.flatMap((sti, nr) =>
      [nr, nr + 5, nr + 9].map((en) => [VARIANTS[en % VARIANTS.length]?.(sti) ?? sti, next(en)] as const),
    ),
    ...VARIANTS.flatMap((variant) => SMUGGLED.map((headers) => [variant(side), headers] as const)),
  ];
  await inParallel(plan, async ([sti, headers]) => {
    const method = sti.includes('api') ? 'POST' : 'GET';
    const response = await fetch(`${office.portalUrl}${sti}`, { method, headers, redirect: 'manual' });
    const body = await response.text();
    const name = `${method} ${sti} ${JSON.stringify(headers)}`;
    expect(body, name).not.toContain(secret);
    expect(body, name).not.toContain(nummer);
    expect(response.status, name).toBeLessThan(500);
    if (sti.startsWith('/api/')) expect(response.status, name).toBeGreaterThanOrEqual(300);
    expect(response.headers.get('location') ?? '', name).not.toContain('evil');
  });
  expect(plan.length).toBeGreaterThan(400);
});

test('N-03: no variant of a URL lets a user of another role further than the page itself', async () => {
  const { cookie } = await signInAs('administrator');
  const calls = await countCalls();
  const [side] = sider.filter(({ mal }) => mal === '/oppslag/{oppslagId}').map(toSti);
  await inParallel(
    VARIANTS.flatMap((variant) => SMUGGLED.map((headers) => [variant(side ?? ''), headers] as const)),
    async ([sti, headers]) => {
      const response = await fetch(`${office.portalUrl}${sti}`, {
        headers: { ...headers, cookie },
        redirect: 'manual',
      });
      expect(await response.text(), sti).not.toContain('role="tablist"');
      expect(response.status, sti).toBeLessThan(500);
    },
  );
  expect(await countCalls()).toBe(calls);
});

test('the pages for a stranger are those of signing in', () => {
  expect([...OPEN].sort()).toEqual(['/logg-inn', '/logg-inn/igjen']);
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
