/** N-06, N-10, N-12: what a request must be before anybody looks at it. */
import { beforeAll, expect, test } from 'vitest';
import { AppError } from '#lib/domain/feil.ts';
import { checkOrigin, checkSameOrigin, readJson } from './gate.ts';

const KEY = Buffer.alloc(32).toString('base64');
const ORIGIN = 'https://portal.example.no';

beforeAll(() => {
  Object.assign(process.env, {
    NEXTAUTH_URL: ORIGIN,
    DATABASE_PORTAL_URL: 'postgres://x',
    DATABASE_LESER_URL: 'postgres://x',
    FREG_BASE_URL: 'https://register.example.no',
    FREG_CERT_FILE: 'a',
    FREG_KEY_FILE: 'b',
    OIDC_ISSUER: 'https://id.example.no',
    OIDC_LOGOUT_URL: 'https://id.example.no/slutt',
    OIDC_CLIENT_ID: 'x',
    OIDC_CLIENT_SECRET: 'x',
    SESSION_KEY: KEY,
    OPPSLAG_KEY: KEY,
    REVISJON_KEY: KEY,
    FIL_KEY: KEY,
    FIL_MAPPE: 'x',
    VITNE_MAPPE: 'x',
    FORSEGLING_OFFENTLIG: 'x',
    MANIFEST_OFFENTLIG: 'x',
    TILGANG_FILE: 'x',
    FORMAAL_FILE: 'x',
  });
});

function post(headers: Record<string, string>, body?: string): Request {
  return new Request(`${ORIGIN}/api/oppslag`, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

const OURS = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.kode : 'another error';
  }

  return 'let in';
}

test('N-06: a request from our own page is let in', () => {
  expect(codeOf(() => checkOrigin(post(OURS)))).toBe('let in');
});

const STRANGERS: Record<string, Record<string, string>> = {
  'no Origin': { 'Sec-Fetch-Site': 'same-origin' },
  'Origin null': { ...OURS, Origin: 'null' },
  'a sibling subdomain': { Origin: 'https://annen.example.no', 'Sec-Fetch-Site': 'same-site' },
  'our host on another scheme': { ...OURS, Origin: 'http://portal.example.no' },
  'our host on another port': { ...OURS, Origin: `${ORIGIN}:8443` },
  'a name that begins as ours': { ...OURS, Origin: `${ORIGIN}.evil.example` },
  'no Sec-Fetch-Site': { Origin: ORIGIN },
  'Sec-Fetch-Site none': { ...OURS, 'Sec-Fetch-Site': 'none' },
  'Sec-Fetch-Site cross-site': { ...OURS, 'Sec-Fetch-Site': 'cross-site' },
  'N-10 a router prefetch': { ...OURS, 'Next-Router-Prefetch': '1' },
  'N-10 a browser prefetch': { ...OURS, 'Sec-Purpose': 'prefetch;prerender' },
};
for (const [name, headers] of Object.entries(STRANGERS)) {
  test(`N-06: refused: ${name}`, () => {
    expect(codeOf(() => checkOrigin(post(headers)))).toBe('AVVIST_OPPRINNELSE');
  });
}

test('N-06: a GET that only tells something needs no Origin, which browsers do not send with it', () => {
  const get = (headers: Record<string, string>) => new Request(`${ORIGIN}/api/oppslag`, { headers });
  expect(codeOf(() => checkSameOrigin(get({ 'Sec-Fetch-Site': 'same-origin' })))).toBe('let in');
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(codeOf(() => checkSameOrigin(get({ 'Sec-Fetch-Site': site })))).toBe('AVVIST_OPPRINNELSE');
  expect(codeOf(() => checkSameOrigin(get({})))).toBe('AVVIST_OPPRINNELSE');
  const prefetch = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Purpose': 'prefetch' };
  expect(codeOf(() => checkSameOrigin(get(prefetch)))).toBe('AVVIST_OPPRINNELSE');
});

const JSON_TYPE = { 'Content-Type': 'application/json' };

test('N-12: a body of 64 kB is read and one byte more is refused', async () => {
  const text = (size: number) => JSON.stringify('x'.repeat(size - 2));
  expect(await readJson(post(JSON_TYPE, text(65_536)))).toHaveLength(65_534);
  await expect(readJson(post(JSON_TYPE, text(65_537)))).rejects.toMatchObject({ kode: 'FOR_STORT' });
});

for (const type of [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/jsonp',
]) {
  test(`N-06: a body as ${type}, which another site may send, is refused`, async () => {
    await expect(readJson(post({ 'Content-Type': type }, '{}'))).rejects.toMatchObject({
      kode: 'UGYLDIG_INNHOLD',
    });
  });
}

test('N-16: broken JSON is refused without a word of what it held', async () => {
  const refused = await readJson(post(JSON_TYPE, '{"nummer": 21818012345')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  expect(String(refused)).not.toContain('21818012345');
});

test('no body is no body', async () => {
  expect(await readJson(post({}))).toBeUndefined();
});
