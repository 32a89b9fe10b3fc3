/** L-07: each setting that the portal refuses to be served with, and none that it should take. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkInnstillinger, type Innstillinger } from './innstillinger.ts';

const key = () => randomBytes(32).toString('base64');
const ENV: Innstillinger = {
  REVISJON_KEY: key(),
  FIL_KEY: key(),
  FREG_BASE_URL: 'https://folkeregisteret.api.skatteetaten.no',
  FREG_MILJOE: 'produksjon',
  LOG_LEVEL: 'info',
  NODE_ENV: 'production',
  NEXTAUTH_URL: 'https://portal.example.no',
  DATABASE_PORTAL_URL: 'postgres://portal:lang-og-tilfeldig@db/folkeregister',
  DATABASE_LESER_URL: 'postgres://revisjonsleser:noe-helt-annet@db/folkeregister',
  OIDC_ISSUER: 'https://id.example.no',
  OIDC_CLIENT_SECRET: 'seksten-tegn-langt',
  SESSION_KEY: key(),
  OPPSLAG_KEY: key(),
};

function check(overrides: Partial<Innstillinger>): string {
  try {
    checkInnstillinger({ ...ENV, ...overrides });

    return 'served';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

test('good settings are served, also on a developer’s own machine', () => {
  expect(check({})).toBe('served');
  const here = { NEXTAUTH_URL: 'http://localhost:3000', OIDC_ISSUER: 'http://localhost:9441' };
  const simulator = { FREG_BASE_URL: 'https://localhost:9440', FREG_MILJOE: 'test' as const };
  expect(check({ ...here, ...simulator, NODE_ENV: 'development', LOG_LEVEL: 'debug' })).toBe('served');
});

const UNSAFE: [string, Partial<Innstillinger>, string][] = [
  ['debug mode', { NODE_ENV: 'development' }, 'NODE_ENV'],
  ['a log that tells everything', { LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
  ['an address in clear', { NEXTAUTH_URL: 'http://portal.example.no' }, 'NEXTAUTH_URL'],
  ['an address that looks like this machine’s', { NEXTAUTH_URL: 'http://localhost.evil.no' }, 'NEXTAUTH_URL'],
  ['a provider in clear', { OIDC_ISSUER: 'http://id.example.no' }, 'OIDC_ISSUER'],
  ['the simulator’s provider', { OIDC_ISSUER: 'https://localhost:9441' }, 'OIDC_ISSUER'],
  ['a short client secret', { OIDC_CLIENT_SECRET: 'hemmelig' }, 'OIDC_CLIENT_SECRET'],
  [
    'a role’s name as its password',
    { DATABASE_PORTAL_URL: 'postgres://portal:portal@db/f' },
    'DATABASE_PORTAL_URL',
  ],
  ['no password', { DATABASE_LESER_URL: 'postgres://revisjonsleser@db/f' }, 'DATABASE_LESER_URL'],
  ['a key of zeroes', { FIL_KEY: Buffer.alloc(32).toString('base64') }, 'FIL_KEY'],
  [
    'a key that was typed',
    { SESSION_KEY: Buffer.from('abcabcabcabcabcabcabcabcabcabcab').toString('base64') },
    'SESSION_KEY',
  ],
  ['one key for two things', { OPPSLAG_KEY: ENV.SESSION_KEY }, 'SESSION_KEY, OPPSLAG_KEY'],
];
const FEIL_MILJOE: [string, Partial<Innstillinger>][] = [
  ['the production register as a test', { FREG_MILJOE: 'test' }],
  ['a test register as production', { FREG_BASE_URL: 'https://folkeregisteret-api-konsument.sits.no' }],
  ['the simulator as production', { FREG_BASE_URL: 'https://localhost:9440' }],
];
for (const [name, overrides] of FEIL_MILJOE) {
  test(`P-10: nobody is served with ${name}`, () => {
    expect(check(overrides)).toBe('The portal is not safe to serve with: FREG_MILJOE');
  });
}

test('P-10: the KRR of one environment is not asked about the people of the other', () => {
  const [produksjon, prove] = ['https://kontaktregisteret.no', 'https://test.kontaktregisteret.no'];
  const iTest = { FREG_MILJOE: 'test', FREG_BASE_URL: 'https://folkeregisteret.sits.no' } as const;
  expect(check({ KRR_BASE_URL: produksjon })).toBe('served');
  expect(check({ ...iTest, KRR_BASE_URL: prove })).toBe('served');
  for (const feil of [
    { KRR_BASE_URL: prove },
    { KRR_BASE_URL: 'https://localhost:9444' },
    { ...iTest, KRR_BASE_URL: produksjon },
  ])
    expect(check(feil)).toBe('The portal is not safe to serve with: KRR_BASE_URL');
});

for (const [name, overrides, navn] of UNSAFE) {
  test(`L-07: nobody is served with ${name}, and no value is told`, () => {
    const message = check(overrides);
    expect(message).toBe(`The portal is not safe to serve with: ${navn}`);
  });
}

test('L-07: a key that anybody can guess is refused on a developer’s own machine too', () => {
  const here = { NEXTAUTH_URL: 'http://localhost:3000' };
  expect(check({ ...here, REVISJON_KEY: Buffer.alloc(32, 7).toString('base64') })).toContain('REVISJON_KEY');
});
