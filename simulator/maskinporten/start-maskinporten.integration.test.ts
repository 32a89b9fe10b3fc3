/** Maskinporten over real TLS: who gets a token, what it says, and every documented way to be refused. */
import { createHmac, X509Certificate } from 'node:crypto';
import { base64url, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getKlient } from '../pki/ensure-pki.ts';
import { KLIENTER, KRR_SCOPES } from './klienter.ts';
import {
  createTokenkall,
  type Grantvalg,
  listX5c,
  type Maskinportenproeve,
  SCOPE,
  startMaskinportenproeve,
} from './proeve/maskinporten.ts';

const START = Date.parse('2026-11-21T12:00:00.400Z');
const SEKUND = Math.floor(START / 1000);
const PORTAL = '310445002';
const KOMMUNE = '310445975';
let proeve: Maskinportenproeve;

beforeAll(async () => {
  proeve = await startMaskinportenproeve(() => START);
});
afterAll(() => proeve.stop());

const getClientId = (navn: string, slag = 'noekkel') =>
  KLIENTER.find((klient) => klient.navn === navn && klient.slag === slag)?.clientId;

async function getKrav(valg: Grantvalg) {
  return proeve.verifyToken(await proeve.getToken(valg));
}

test('the metadata has the keys of the real document, and an issuer that ends with a slash', async () => {
  const { status, headere, tekst } = await proeve.call('/.well-known/oauth-authorization-server');
  const { issuer } = proeve.maskinporten;
  expect(status).toBe(200);
  expect(headere['content-type']).toBe('application/json');
  expect(issuer).toMatch(/^https:\/\/localhost:\d+\/$/);
  expect(JSON.parse(tekst)).toEqual({
    issuer,
    token_endpoint: `${issuer}token`,
    jwks_uri: `${issuer}jwk`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
    authorization_details_types_supported: ['urn:altinn:systemuser', 'urn:altinn:consent'],
  });
});

test('a client with a registered key gets a token that the published keys verify', async () => {
  const svar = await proeve.sendGrant(await proeve.createGrant());
  const { access_token, ...resten } = JSON.parse(svar.tekst);
  expect(svar.status).toBe(200);
  expect(svar.headere['cache-control']).toBe('no-cache, no-store, max-age=0, must-revalidate');
  expect(svar.headere.pragma).toBe('no-cache');
  expect(resten).toEqual({ token_type: 'Bearer', expires_in: 119, scope: SCOPE });
  expect(await proeve.verifyToken(access_token)).toEqual({
    iss: proeve.maskinporten.issuer,
    client_id: getClientId('virksomhet'),
    client_amr: 'private_key_jwt',
    consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${PORTAL}` },
    scope: SCOPE,
    token_type: 'Bearer',
    aud: 'unspecified',
    iat: SEKUND,
    exp: SEKUND + 120,
    jti: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('a client that signs with its certificate gets one too, whichever field holds its number', async () => {
  for (const klient of ['virksomhet', 'kommune']) {
    const krav = await getKrav({ klient, slag: 'sertifikat' });
    expect(krav).toMatchObject({
      client_amr: 'virksomhetssertifikat',
      client_id: getClientId(klient, 'sertifikat'),
    });
  }
});

test('every organisation gets a token for every scope that it has, and all of RS256, RS384 and RS512 may sign', async () => {
  for (const { navn, slag, scopes } of KLIENTER.filter(
    (klient) => !['uten-pakke', 'ukjent'].includes(klient.navn),
  ))
    expect((await getKrav({ klient: navn, slag, scope: [...scopes].join(' ') })).scope).toBe(
      [...scopes].join(' '),
    );
  for (const alg of ['RS384', 'RS512']) expect((await getKrav({ header: { alg } })).scope, alg).toBe(SCOPE);
});

test('no two clients have the same id, and all are UUIDs', () => {
  const ider = KLIENTER.map(({ clientId }) => clientId);
  expect(new Set(ider).size).toBe(12);
  for (const id of ider) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
});

test('a supplier gets a token for the customer that has delegated the scope to it', async () => {
  const scope = `${SCOPE} ${KRR_SCOPES.delegertKontakt}`;
  expect(await getKrav({ scope, claims: { consumer_org: KOMMUNE } })).toMatchObject({
    scope,
    consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${KOMMUNE}` },
    supplier: { authority: 'iso6523-actorid-upis', ID: `0192:${PORTAL}` },
    delegation_source: 'https://tt02.altinn.no/',
  });
});

test('resource becomes aud, and pid is carried over', async () => {
  const claims = { resource: ['https://api.test/'], pid: '12838442208' };
  expect(await getKrav({ claims })).toMatchObject({ aud: ['https://api.test/'], pid: '12838442208' });
});

test('a system user of a known organisation comes back with its ids', async () => {
  expect(
    (await getKrav({ claims: { authorization_details: [SYSTEMBRUKER] } })).authorization_details,
  ).toEqual([
    {
      ...SYSTEMBRUKER,
      systemuser_id: [expect.stringMatching(/^[\da-f-]{36}$/)],
      system_id: `${PORTAL}_simulator`,
    },
  ]);
});

type Avslag = { status?: number; error?: string; kode?: string; tekst: string };
const KLIENTFEIL = 'Invalid assertion. Client authentication failed.';
const UGYLDIG: Avslag = {
  error: 'invalid_request',
  kode: 'MP-011',
  tekst: 'Invalid assertion. Invalid parameter value.',
};
const toDetaljfeil = (kode: string, tekst: string): Avslag => ({
  error: 'invalid_authorization_details',
  kode,
  tekst,
});

async function expectAvslag(
  assertion: string,
  { status = 400, error = 'invalid_grant', kode, tekst }: Avslag,
) {
  const svar = await proeve.sendGrant(assertion);
  const { error_description, ...resten } = JSON.parse(svar.tekst);
  expect({ status: svar.status, ...resten }).toEqual({
    status,
    error,
    ...(kode ? { error_uri: `${proeve.maskinporten.issuer}errors/${kode}` } : {}),
  });
  expect(error_description.replace(/\(trace_id: [\da-f]{32}\)$/, '#')).toBe(`${tekst} #`);
}

const SYSTEMBRUKER = {
  type: 'urn:altinn:systemuser',
  systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${KOMMUNE}` },
};
const UTEN_SLASH = () => proeve.maskinporten.issuer.slice(0, -1);

test.each<[string, Grantvalg, Avslag]>([
  ['a claim that is not documented', { claims: { nbf: SEKUND } }, UGYLDIG],
  ['sub', { claims: { sub: 'x' } }, UGYLDIG],
  ['no iss', { claims: { iss: undefined } }, UGYLDIG],
  ['no iat', { claims: { iat: undefined } }, UGYLDIG],
  ['no exp', { claims: { exp: undefined } }, UGYLDIG],
  ['no scope', { claims: { scope: undefined } }, UGYLDIG],
  ['a life of 121 seconds', { claims: { iat: SEKUND, exp: SEKUND + 121 } }, UGYLDIG],
  ['a resource that is not an array', { claims: { resource: 'https://api.test/' } }, UGYLDIG],
  ['a pid that is not a number', { claims: { pid: '123' } }, UGYLDIG],
  ['a consumer_org with prefix', { claims: { consumer_org: `0192:${KOMMUNE}` } }, UGYLDIG],
  ['iss_onbehalfof', { claims: { iss_onbehalfof: 'x' } }, UGYLDIG],
  ['another algorithm', { header: { alg: 'PS256' } }, UGYLDIG],
  [
    'an unknown client',
    { claims: { iss: '00000000-0000-4000-a000-000000000000' } },
    { kode: 'MP-100', tekst: `${KLIENTFEIL} Client not found.` },
  ],
  [
    'an array as aud',
    { claims: { aud: ['https://localhost/'] } },
    { kode: 'MP-110', tekst: `${KLIENTFEIL} Invalid JWT claim aud.` },
  ],
  [
    'an expired registered key',
    { klient: 'virksomhet', header: { kid: 'simulator-virksomhet-utloept' } },
    { kode: 'MP-121', tekst: `${KLIENTFEIL} Expired key.` },
  ],
  [
    'a kid that nobody has',
    { header: { kid: 'finnes-ikke' } },
    { tekst: `${KLIENTFEIL} Unknown key identifier (kid) for client.` },
  ],
  [
    'the kid of another client',
    { header: { kid: 'simulator-kommune' } },
    { tekst: `${KLIENTFEIL} Unknown key identifier (kid) for client.` },
  ],
  [
    'kid from a client without keys',
    { slag: 'sertifikat', header: { x5c: undefined, kid: 'simulator-virksomhet' } },
    { tekst: `${KLIENTFEIL} Unknown key identifier (kid) for client.` },
  ],
  [
    'neither kid nor x5c from a client with keys',
    { header: { kid: undefined } },
    {
      tekst: `${KLIENTFEIL} Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided.`,
    },
  ],
  [
    'a text as x5c',
    { slag: 'sertifikat', header: { x5c: 'MIIC' } },
    { kode: 'MP-123', tekst: `${KLIENTFEIL} Invalid JWT header x5c.` },
  ],
  [
    'no x5c from a client with certificate',
    { slag: 'sertifikat', header: { x5c: undefined } },
    { kode: 'MP-123', tekst: `${KLIENTFEIL} Invalid JWT header x5c.` },
  ],
  [
    'x5c that is no certificate',
    { slag: 'sertifikat', header: { x5c: ['MIIC'] } },
    { kode: 'MP-123', tekst: `${KLIENTFEIL} Invalid JWT header x5c.` },
  ],
  [
    'a grant that expired now',
    { claims: { iat: SEKUND - 5, exp: SEKUND } },
    { kode: 'MP-130', tekst: `${KLIENTFEIL} JWT is expired.` },
  ],
  [
    'a grant made ten seconds ago',
    { claims: { iat: SEKUND - 10, exp: SEKUND + 60 } },
    { kode: 'MP-130', tekst: `${KLIENTFEIL} JWT is expired.` },
  ],
  [
    'a grant made eleven seconds from now',
    { claims: { iat: SEKUND + 11, exp: SEKUND + 60 } },
    { tekst: 'Issue time is after now.' },
  ],
  [
    'a scope that the client does not have',
    { scope: `${SCOPE} altinn:serviceowner` },
    {
      error: 'invalid_scope',
      kode: 'MP-200',
      tekst: 'Token request contains invalid scopes for client, altinn:serviceowner',
    },
  ],
  [
    'a scope of citizens',
    { scope: 'krr:user/kontaktinformasjon.read' },
    {
      error: 'invalid_scope',
      kode: 'MP-201',
      tekst: 'Token request contains scopes not allowed for maskinporten, krr:user/kontaktinformasjon.read',
    },
  ],
  [
    'a scope that the organisation has lost',
    { klient: 'uten-pakke' },
    {
      status: 403,
      error: 'forbidden',
      kode: 'MP-250',
      tekst: `Consumer has not been granted access to the scope ${SCOPE}.`,
    },
  ],
  [
    'a customer that does not have the scope',
    { claims: { consumer_org: '310446947' } },
    {
      status: 403,
      error: 'forbidden',
      kode: 'MP-250',
      tekst: `Consumer has not been granted access to the scope ${SCOPE}.`,
    },
  ],
  [
    'a customer that has not delegated the scope',
    { scope: 'folkeregister:deling/offentligutenhjemmel', claims: { consumer_org: KOMMUNE } },
    {
      status: 403,
      error: 'forbidden',
      kode: 'MP-251',
      tekst: `Consumer ${KOMMUNE} has not delegated access to the scope folkeregister:deling/offentligutenhjemmel to supplier ${PORTAL}.`,
    },
  ],
  [
    'oneself as customer',
    { claims: { consumer_org: PORTAL } },
    {
      error: 'invalid_request',
      tekst:
        'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid.',
    },
  ],
  [
    'details of an unknown type',
    { claims: { authorization_details: [{ type: 'urn:altinn:annet' }] } },
    toDetaljfeil('MP-301', 'Unknown authorization details type.'),
  ],
  [
    'unknown fields in the details',
    { claims: { authorization_details: [{ type: 'urn:altinn:systemuser', navn: 'x' }] } },
    toDetaljfeil('MP-302', 'Unknown fields in the authorization details.'),
  ],
  [
    'a system user without owner',
    { claims: { authorization_details: [{ type: 'urn:altinn:systemuser' }] } },
    toDetaljfeil('MP-303', 'Invalid authorization details values.'),
  ],
  [
    'a consent, since nobody has consented',
    {
      claims: {
        authorization_details: [
          { type: 'urn:altinn:consent', id: 'x', from: 'urn:altinn:person:identifier-no:12838442208' },
        ],
      },
    },
    toDetaljfeil('MP-303', 'Invalid authorization details values.'),
  ],
  [
    'two details at once',
    { claims: { authorization_details: [SYSTEMBRUKER, SYSTEMBRUKER] } },
    toDetaljfeil('MP-303', 'Invalid authorization details values.'),
  ],
])('%s is refused in Maskinporten’s words', async (_navn, valg, avslag) => {
  await expectAvslag(await proeve.createGrant(valg), avslag);
});

test('aud is the issuer to the letter: without the slash, or the token address, it is refused', async () => {
  for (const aud of [UTEN_SLASH(), `${proeve.maskinporten.issuer}token`])
    await expectAvslag(await proeve.createGrant({ claims: { aud } }), {
      kode: 'MP-110',
      tekst: `${KLIENTFEIL} Invalid JWT claim aud.`,
    });
});

test('a certificate that has expired, is from another CA or is another organisation’s is refused', async () => {
  const { pki } = proeve;
  for (const klient of ['utloept', 'fremmed'])
    await expectAvslag(
      await proeve.createGrant({
        slag: 'sertifikat',
        header: { x5c: listX5c(pki, klient) },
        signertMed: getKlient(pki, klient).key,
      }),
      { kode: 'MP-120', tekst: `${KLIENTFEIL} The JWT is signed with an invalid certificate.` },
    );
  await expectAvslag(
    await proeve.createGrant({
      slag: 'sertifikat',
      header: { x5c: listX5c(pki, 'kommune') },
      signertMed: getKlient(pki, 'kommune').key,
    }),
    {
      kode: 'MP-122',
      tekst: `${KLIENTFEIL} Invalid JWT. Invalid organization number for client. Does not match certificate orgno.`,
    },
  );
});

test('a client with keys that sends its certificate is asked for the key', async () => {
  const { pki } = proeve;
  const valg = { header: { kid: undefined, x5c: listX5c(pki, 'virksomhet') } };
  await expectAvslag(await proeve.createGrant({ ...valg, signertMed: getKlient(pki, 'virksomhet').key }), {
    tekst: `${KLIENTFEIL} Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided.`,
  });
  await expectAvslag(await proeve.createGrant({ header: { x5c: listX5c(pki, 'virksomhet') } }), UGYLDIG);
});

test('a grant signed with another key, or changed after it was signed, is refused', async () => {
  const avslag = { kode: 'MP-124', tekst: `${KLIENTFEIL} Invalid JWT signature.` };
  await expectAvslag(
    await proeve.createGrant({ signertMed: getKlient(proeve.pki, 'virksomhet').key }),
    avslag,
  );
  const [hode, kropp = '', signatur] = (await proeve.createGrant()).split('.');
  const krav = JSON.parse(Buffer.from(base64url.decode(kropp)).toString());
  const endret = base64url.encode(JSON.stringify({ ...krav, exp: krav.exp + 1 }));
  await expectAvslag([hode, endret, signatur].join('.'), avslag);
});

test('no signature, and a signature made with the public key as a secret, are not grants', async () => {
  const [, kropp = ''] = (await proeve.createGrant()).split('.');
  const krav = JSON.parse(Buffer.from(base64url.decode(kropp)).toString());
  await expectAvslag(new UnsecuredJWT(krav).encode(), UGYLDIG);
  const hode = base64url.encode(JSON.stringify({ alg: 'HS256', kid: 'simulator-virksomhet' }));
  const offentlig = new X509Certificate(getKlient(proeve.pki, 'virksomhet').cert).publicKey;
  const pem = offentlig.export({ format: 'pem', type: 'spki' });
  const signatur = createHmac('sha256', pem).update(`${hode}.${kropp}`).digest('base64url');
  await expectAvslag(`${hode}.${kropp}.${signatur}`, UGYLDIG);
  await expectAvslag('ikke en jwt', UGYLDIG);
});

test('a grant gives one token, with jti and without; one that was not believed does not use it up', async () => {
  const brukt = { kode: 'MP-012', tekst: 'Grant is used before.' };
  const jti = 'den samme';
  await expectAvslag(
    await proeve.createGrant({ claims: { jti }, signertMed: getKlient(proeve.pki, 'virksomhet').key }),
    { kode: 'MP-124', tekst: `${KLIENTFEIL} Invalid JWT signature.` },
  );
  expect((await proeve.sendGrant(await proeve.createGrant({ claims: { jti } }))).status).toBe(200);
  await expectAvslag(await proeve.createGrant({ claims: { jti } }), brukt);
  expect(
    (await proeve.sendGrant(await proeve.createGrant({ klient: 'kommune', claims: { jti } }))).status,
  ).toBe(200);
  const utenJti = await proeve.createGrant({ claims: { jti: undefined } });
  expect((await proeve.sendGrant(utenJti)).status).toBe(200);
  await expectAvslag(utenJti, brukt);
});

test('a request that is not the one form is refused as OAuth says', async () => {
  const grant = await proeve.createGrant();
  const vanlig = createTokenkall(grant);
  const listFeil = async (kall: Parameters<Maskinportenproeve['call']>[1], sti = '/token') => {
    const { status, tekst } = await proeve.call(sti, kall);
    return [status, JSON.parse(tekst).error];
  };
  expect(await listFeil(createTokenkall(grant, 'client_credentials'))).toEqual([
    400,
    'unsupported_grant_type',
  ]);
  expect(await listFeil({ ...vanlig, kropp: 'grant_type=x&grant_type=y' })).toEqual([400, 'invalid_request']);
  expect(await listFeil({ ...vanlig, kropp: vanlig.kropp.split('&assertion')[0] ?? '' })).toEqual([
    400,
    'invalid_request',
  ]);
  expect(await listFeil({ ...vanlig, kropp: `${vanlig.kropp}&assertion=x` })).toEqual([
    400,
    'invalid_request',
  ]);
  expect(await listFeil({ ...vanlig, headere: { 'content-type': 'application/json' } })).toEqual([
    400,
    'invalid_request',
  ]);
  expect(await listFeil({ ...vanlig, kropp: 'x'.repeat(300_000) })).toEqual([413, 'invalid_request']);
  expect(await listFeil({})).toEqual([405, 'invalid_request']);
  expect(await listFeil({}, '/authorize')).toEqual([404, 'not_found']);
  expect((await proeve.sendGrant(grant)).status).toBe(200);
});

test('faults strike when Maskinporten is named, and only then', async () => {
  const { feil } = proeve;
  feil.start({ feil: 'status-500' });
  expect((await proeve.sendGrant(await proeve.createGrant())).status).toBe(200);
  feil.start({ feil: 'status-503', tjeneste: 'maskinporten', antall: 1 });
  const nede = await proeve.sendGrant(await proeve.createGrant());
  expect([nede.status, JSON.parse(nede.tekst).error]).toEqual([503, 'server_error']);
  feil.start({ feil: 'status-401', tjeneste: 'maskinporten', antall: 1 });
  expect((await proeve.sendGrant(await proeve.createGrant())).status).toBe(401);
  feil.start({ feil: 'retry-after-s', tjeneste: 'maskinporten', antall: 1, verdi: 7 });
  const strupet = await proeve.sendGrant(await proeve.createGrant());
  expect([strupet.status, strupet.headere['retry-after']]).toEqual([429, '7']);
  feil.start({ feil: 'brannmur-html-403', tjeneste: 'maskinporten', antall: 1 });
  expect((await proeve.call('/jwk')).headere['content-type']).toContain('text/html');
  feil.start({ feil: 'avkortet-json', tjeneste: 'maskinporten', antall: 1 });
  const kuttet = await proeve.sendGrant(await proeve.createGrant());
  expect(() => JSON.parse(kuttet.tekst)).toThrow(SyntaxError);
  feil.start({ feil: 'brutt-forbindelse', tjeneste: 'maskinporten', antall: 1 });
  await expect(proeve.call('/jwk')).rejects.toThrow();
  expect((await proeve.sendGrant(await proeve.createGrant())).status).toBe(200);
  feil.cancel();
});
