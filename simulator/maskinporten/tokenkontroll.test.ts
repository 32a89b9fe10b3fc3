/** Which tokens an API believes. Tokens are made by jose alone. */
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { createTokenkontroll } from './tokenkontroll.ts';

const ISSUER = 'https://localhost:1/';
const START = 1_800_000_000;
const { privateKey: privat, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const virksomhet = (ID: string) => ({ authority: 'iso6523-actorid-upis', ID });
const KRAV = {
  iss: ISSUER,
  exp: START + 120,
  scope: 'a:b a:c',
  consumer: virksomhet('0192:310445975'),
};

/** A check that counts how often it has verified a signature, and whose clock can be set. */
function createProeve(krevUtenResource = true) {
  let naa = START;
  let verifisert = 0;
  const noekkel = {
    kid: 'k',
    privat,
    get offentlig() {
      verifisert += 1;
      return publicKey;
    },
  };
  const check = createTokenkontroll({ issuer: ISSUER, noekkel, krevUtenResource, naa: () => naa * 1000 });
  return {
    check,
    getVerifisert: () => verifisert,
    setNaa: (sekund: number) => {
      naa = sekund;
    },
  };
}

const createBearer = async (krav: Record<string, unknown> = {}, kid = 'k', noekkel = privat) =>
  `Bearer ${await new SignJWT({ ...KRAV, ...krav }).setProtectedHeader({ alg: 'RS256', kid }).sign(noekkel)}`;

test('the organisation is the consumer, whoever the client is; scopes are words, and the supplier is told', async () => {
  const supplier = virksomhet('0192:310445002');
  const tilgang = await createProeve().check(await createBearer({ supplier, client_orgno: '310446947' }));
  expect(tilgang).toEqual({
    org: '310445975',
    leverandoer: '310445002',
    scopes: new Set(['a:b', 'a:c']),
    utloeper: (START + 120) * 1000,
  });
});

test('a token is good to the second it expires, also when it is known', async () => {
  const { check, setNaa } = createProeve();
  const bearer = await createBearer();
  expect(await check(bearer)).toHaveProperty('org');
  setNaa(START + 119);
  expect(await check(bearer)).toHaveProperty('org');
  setNaa(START + 120);
  const utloept = { utfordring: 'Bearer error="invalid_token", error_description="The token has expired"' };
  expect(await check(bearer)).toEqual(utloept);
  expect(await check(await createBearer({ jti: 'ny' }))).toEqual(utloept);
});

test('the same token is verified once, and what is forgotten is verified again', async () => {
  const { check, getVerifisert } = createProeve();
  const bearer = await createBearer();
  for (let i = 0; i < 3; i += 1) await check(bearer);
  expect(getVerifisert()).toBe(1);
  for (let i = 0; i < 1_000; i += 1) await check(bearer.replace('Bearer ', `Bearer${' '.repeat(i + 2)}`));
  expect(getVerifisert()).toBe(1_001);
  await check(bearer);
  expect(getVerifisert()).toBe(1_002);
});

test.each([
  ['another issuer', () => createBearer({ iss: ISSUER.slice(0, -1) })],
  ['no expiry', () => createBearer({ exp: undefined })],
  [
    'another key',
    () => createBearer({}, 'k', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  ],
  ['another kid', () => createBearer({}, 'gammel')],
  ['no signature', async () => `Bearer ${new UnsecuredJWT(KRAV).encode()}`],
  [
    'a consumer of another authority',
    () => createBearer({ consumer: { authority: 'etsi', ID: '0192:310445975' } }),
  ],
  ['a consumer of another country', () => createBearer({ consumer: virksomhet('0007:310445975') })],
  ['no scope', () => createBearer({ scope: undefined })],
  ['an API of its own', () => createBearer({ aud: 'https://api.test/' })],
  ['text that is no token', async () => 'Bearer abc'],
])('a token with %s is invalid', async (_navn, getBearer) => {
  const svar = await createProeve().check(await getBearer());
  expect(svar).toEqual({
    utfordring: expect.stringMatching(/^Bearer error="invalid_token", error_description="/),
  });
});

test('aud may be absent or "unspecified"; an API that does not mind takes any', async () => {
  expect(await createProeve().check(await createBearer({ aud: 'unspecified' }))).toHaveProperty('org');
  expect(await createProeve(false).check(await createBearer({ aud: 'https://api.test/' }))).toHaveProperty(
    'org',
  );
});

test('without a token, or with another scheme, it asks for one', async () => {
  const { check } = createProeve();
  for (const header of [undefined, '', 'Basic abc', 'Bearer'])
    expect(await check(header)).toEqual({ utfordring: 'Bearer' });
});
