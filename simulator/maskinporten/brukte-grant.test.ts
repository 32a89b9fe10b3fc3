/** What has been used is remembered for as long as it could be used again, and no longer. */
import { expect, test } from 'vitest';
import { createBrukteGrant } from './brukte-grant.ts';

const GRANT = {
  jwt: 'a.b.c',
  header: { alg: 'RS256', kid: 'k', x5c: undefined },
  aud: '',
  iss: 'klient',
  iat: 0,
  exp: 120,
  jti: 'en',
  scopes: [],
  resource: undefined,
  pid: undefined,
  consumerOrg: undefined,
  authorizationDetails: undefined,
};

test('a grant is new once, and is forgotten when it could no longer be used', () => {
  let naa = 0;
  const brukte = createBrukteGrant(() => naa);
  expect(brukte.add(GRANT)).toBe(true);
  naa = 130_000;
  expect(brukte.add(GRANT)).toBe(false);
  expect(brukte.add({ ...GRANT, jti: 'to' })).toBe(true);
  naa = 140_000;
  expect(brukte.add(GRANT)).toBe(true);
  expect(brukte.add({ ...GRANT, jti: 'to' })).toBe(false);
});
