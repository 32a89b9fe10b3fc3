/** The four ways to say who is calling, over real TLS, and what a token opens. Tokens are made by jose alone. */
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPakker, PAKKER } from '../kontrakt/pakker.ts';
import { createTokenkontroll } from '../maskinporten/tokenkontroll.ts';
import { AUTENTISERINGER, createAutentisering } from './autentisering.ts';
import { PROEVEBEFOLKNING } from './proeve/befolkning.ts';
import { type Proevekall, type Proeveregister, startProeveregister } from './proeve/register.ts';

const ISSUER = 'https://localhost:1/';
const NAA = 1_800_000_000;
const PORTAL = '310445002';
const KOMMUNE = '310445975';
const OMH = 'offentlig-med-hjemmel/api/v1/personer';
const { privateKey: privat, publicKey: offentlig } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function createBearer(scope: string, org = PORTAL, krav: Record<string, unknown> = {}): Promise<string> {
  const virksomhet = (orgnr: string) => ({ authority: 'iso6523-actorid-upis', ID: `0192:${orgnr}` });
  const vanlige = { iss: ISSUER, exp: NAA + 60, scope, consumer: virksomhet(org), aud: 'unspecified' };
  return new SignJWT({ ...vanlige, ...krav })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .sign(privat)
    .then((token) => `Bearer ${token}`);
}

const SCOPE = 'folkeregister:deling/offentligmedhjemmel';
const registre = new Map<string, Proeveregister>();

beforeAll(async () => {
  const valg = { issuer: ISSUER, noekkel: { kid: 'k', privat, offentlig }, krevUtenResource: true };
  const kontroll = createTokenkontroll({ ...valg, naa: () => NAA * 1000 });
  for (const maate of AUTENTISERINGER) {
    const autentisering = createAutentisering(maate, kontroll);
    registre.set(maate, await startProeveregister(PROEVEBEFOLKNING, { autentisering }));
  }
});
afterAll(async () => {
  for (const register of registre.values()) await register.stop();
});

/** A call with what is given and nothing else; 'handshake' when it did not get further. */
async function call(
  maate: string,
  { klient = null, ...resten }: Proevekall & { bearer?: string },
  sti = OMH,
) {
  const register = registre.get(maate);
  if (!register) throw new Error(maate);
  const headere = resten.bearer === undefined ? {} : { authorization: resten.bearer };
  return register.call(sti, { klient, headere });
}
const getStatus = (...argumenter: Parameters<typeof call>): Promise<number | 'handshake'> =>
  call(...argumenter).then(
    ({ status }) => status,
    () => 'handshake',
  );

test('who gets in with a certificate, with a token, with both, and with neither', async () => {
  const bearer = await createBearer(SCOPE);
  const utfall = await Promise.all(
    AUTENTISERINGER.map(async (maate) => [
      maate,
      await getStatus(maate, { klient: 'virksomhet' }),
      await getStatus(maate, { bearer }),
      await getStatus(maate, { klient: 'virksomhet', bearer }),
      await getStatus(maate, {}),
      await getStatus(maate, { klient: 'utloept' }),
      await getStatus(maate, { klient: 'fremmed' }),
    ]),
  );
  expect(utfall).toEqual([
    ['sertifikat', 200, 'handshake', 200, 'handshake', 'handshake', 'handshake'],
    ['token', 401, 200, 200, 401, 401, 401],
    ['begge', 401, 'handshake', 200, 'handshake', 'handshake', 'handshake'],
    ['valgfri', 200, 200, 200, 401, 401, 401],
  ]);
});

test('with a certificate alone a token is not even looked at', async () => {
  expect(await getStatus('sertifikat', { klient: 'virksomhet', bearer: 'Bearer tull' })).toBe(200);
  expect(await getStatus('valgfri', { klient: 'virksomhet', bearer: 'Bearer tull' })).toBe(401);
});

test('with both, the token is the certificate holder’s own, or made by it for a customer', async () => {
  const supplier = { authority: 'iso6523-actorid-upis', ID: `0192:${PORTAL}` };
  const forKunde = await createBearer(SCOPE, KOMMUNE, { supplier });
  expect(await getStatus('begge', { klient: 'virksomhet', bearer: forKunde })).toBe(200);
  expect(registre.get('begge')?.register.kall().siste.at(-1)?.org).toBe(KOMMUNE);
  const andres = await call('begge', { klient: 'finans', bearer: forKunde });
  expect([andres.status, andres.headere['www-authenticate']]).toEqual([
    401,
    'Bearer error="invalid_token", error_description="The token is not the certificate holder\'s"',
  ]);
});

test('a refused token is 401 in the register’s shape and says why, before anything else', async () => {
  const uten = await call('token', {}, 'finnes/ikke');
  expect([uten.status, uten.headere['www-authenticate']]).toEqual([401, 'Bearer']);
  expect(JSON.parse(uten.tekst)).toEqual({
    httpStatus: 401,
    alvorlighetsgrad: 'WARNING',
    feilmelding: 'Autentisering feiler.',
  });
  const utloept = await call('token', { bearer: await createBearer(SCOPE, PORTAL, { exp: NAA }) });
  expect([utloept.status, utloept.headere['www-authenticate']]).toEqual([
    401,
    'Bearer error="invalid_token", error_description="The token has expired"',
  ]);
  const medResource = await createBearer(SCOPE, PORTAL, { aud: 'https://api.test/' });
  expect(await getStatus('token', { bearer: medResource })).toBe(401);
  expect(await getStatus('token', { bearer: await createBearer(SCOPE, '310449857') })).toBe(401);
});

describe('each pakke is opened by its own scope', () => {
  const alle = listPakker().map((pakke) => `folkeregister:deling/${PAKKER[pakke].scope}`);

  test.each(listPakker())('%s', async (pakke) => {
    const sti = `${PAKKER[pakke].sti}/v1/personer`;
    const egen = `folkeregister:deling/${PAKKER[pakke].scope}`;
    expect(await getStatus('token', { bearer: await createBearer(`krr:global/a ${egen}`) }, sti)).toBe(200);
    const andre = alle.filter((scope) => scope !== egen).join(' ');
    const avslag = await call('token', { bearer: await createBearer(`${andre} ${egen}x`) }, sti);
    expect([avslag.status, avslag.headere['www-authenticate']]).toEqual([
      403,
      `Bearer error="insufficient_scope", scope="${egen}"`,
    ]);
    expect(JSON.parse(avslag.tekst)).toMatchObject({ feilkode: 'KonsumentManglerTilgangException' });
    const segment = await createBearer(`${egen}.segmentansvarlig`);
    const harSegment = ['offentlig-med-hjemmel', 'offentlig-uten-hjemmel', 'finans'].includes(pakke);
    expect(await getStatus('token', { bearer: segment }, sti)).toBe(harSegment ? 200 : 403);
  });
});

test('a token does not give an organisation a pakke that it does not have', async () => {
  expect(await getStatus('token', { bearer: await createBearer(SCOPE, '310446947') })).toBe(403);
});
