/**
 * Maskinporten on this machine: metadata, keys and the token endpoint with the JWT grant. One grant gives one token,
 * and a refusal says why in Maskinporten's words.
 * Sources: krr-maskinporten.md sections 2.1 to 2.4; RFC 8414 for the metadata.
 */
import { generateKeyPair, randomBytes, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { type Nabo, type Nabokall, type Nabosvar, type Nabovalg, startNabotjener } from '../nabotjener.ts';
import { getSkjevhetMs } from '../register/feil.ts';
import { type BrukteGrant, createBrukteGrant } from './brukte-grant.ts';
import { checkDetaljer, DETALJTYPER } from './check-detaljer.ts';
import { checkKlient, type Klientgrunnlag } from './check-klient.ts';
import { checkScopes } from './check-scopes.ts';
import { createTokensvar, type Signeringsnoekkel, type Tokengrunnlag } from './create-token.ts';
import { ALGORITMER, parseGrant } from './grant.ts';
import { MP, type MpFeil, toFeilkropp } from './mp-feil.ts';
import type { Klientnoekler } from './noekler.ts';
import { createTokenkontroll, type Tokenkontroll } from './tokenkontroll.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * As recorded, but for Strict-Transport-Security: a browser that trusts our CA would hold everything else on
 * localhost to it, for half a year.
 */
const HEADERE = {
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'X-Frame-Options': 'SAMEORIGIN',
};

export type Maskinportenvalg = Omit<Nabovalg, 'tjeneste' | 'headere'> & {
  noekler: Klientnoekler;
  /** PEM: the CA whose virksomhetssertifikater are trusted. */
  ca: string;
  /** Seconds that a token lives. */
  levetid: number;
  /** Milliseconds. The clients sign with their own machine's time, so this is real time too. */
  naa: () => number;
};

export type Maskinporten = Nabo & {
  /** Ends with a slash, and is compared as it stands. */
  issuer: string;
  /** The check that an API makes of our tokens. */
  createKontroll(valg: { krevUtenResource: boolean }): Tokenkontroll;
};

type Grunnlag = Klientgrunnlag & Tokengrunnlag & { brukte: BrukteGrant };

/** Starts on 127.0.0.1, with a signing key that lives as long as it runs. Throws `EADDRINUSE` as node:net. */
export async function startMaskinporten(valg: Maskinportenvalg): Promise<Maskinporten> {
  const { naa, levetid } = valg;
  const noekkel = await createSigneringsnoekkel();
  const jwks = {
    keys: [{ ...(await exportJWK(noekkel.offentlig)), kid: noekkel.kid, use: 'sig', alg: 'RS256' }],
  };
  let issuer = '';
  const nabo = await startNabotjener({ ...valg, tjeneste: 'maskinporten', headere: HEADERE }, (port) => {
    issuer = `https://localhost:${port}/`;
    const grunnlag: Grunnlag = {
      issuer,
      noekkel,
      noekler: valg.noekler.vedKid,
      ca: new X509Certificate(valg.ca),
      brukte: createBrukteGrant(naa),
      levetid,
      naa: () => naa() + getSkjevhetMs(valg.feil, 'maskinporten'),
    };
    const toSvar = (feil: MpFeil): Nabosvar => ({
      status: feil.status,
      kropp: toFeilkropp(feil, issuer, randomBytes(16).toString('hex')),
    });
    return {
      async behandle(kall) {
        const svar = await findSvar(grunnlag, jwks, kall);
        return 'error' in svar ? toSvar(svar) : { status: 200, kropp: svar.kropp };
      },
      toFeil: (status) =>
        toSvar({ status, error: toOAuthFeil(status), tekst: 'The service is not available.' }),
    };
  });
  return {
    ...nabo,
    issuer,
    createKontroll: ({ krevUtenResource }) => createTokenkontroll({ issuer, noekkel, naa, krevUtenResource }),
  };
}

/** Assumption: no source says what Maskinporten answers on a bad day; the words are OAuth's own. */
function toOAuthFeil(status: number): string {
  if (status >= 500) return 'server_error';
  if (status === 429) return 'temporarily_unavailable';
  return status === 401 ? 'invalid_client' : 'invalid_request';
}

async function createSigneringsnoekkel(): Promise<Signeringsnoekkel> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return {
    kid: await calculateJwkThumbprint(await exportJWK(publicKey)),
    privat: privateKey,
    offentlig: publicKey,
  };
}

async function findSvar(
  grunnlag: Grunnlag,
  jwks: Record<string, unknown>,
  kall: Nabokall,
): Promise<{ kropp: Record<string, unknown> } | MpFeil> {
  switch (kall.sti) {
    case '/.well-known/oauth-authorization-server':
      return kall.metode === 'GET' ? { kropp: createMetadata(grunnlag.issuer) } : MP.feilMetode;
    case '/jwk':
      return kall.metode === 'GET' ? { kropp: jwks } : MP.feilMetode;
    case '/token':
      return kall.metode === 'POST' ? findToken(grunnlag, kall) : MP.feilMetode;
    default:
      return MP.ukjentAdresse;
  }
}

function createMetadata(issuer: string): Record<string, unknown> {
  return {
    issuer,
    token_endpoint: `${issuer}token`,
    jwks_uri: `${issuer}jwk`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ALGORITMER,
    grant_types_supported: [GRANT_TYPE],
    authorization_details_types_supported: Object.values(DETALJTYPER),
  };
}

async function findToken(
  grunnlag: Grunnlag,
  kall: Nabokall,
): Promise<{ kropp: Record<string, unknown> } | MpFeil> {
  const jwt = findAssertion(kall);
  if (typeof jwt !== 'string') return jwt;
  const grant = parseGrant(jwt);
  if ('error' in grant) return grant;
  const klient = await checkKlient(grunnlag, grant);
  if ('error' in klient) return klient;
  if (!grunnlag.brukte.add(grant)) return MP.brukt;
  const avslag = checkScopes(klient, grant);
  if (avslag) return avslag;
  const { authorizationDetails } = grant;
  const detalj =
    authorizationDetails === undefined ? undefined : checkDetaljer(authorizationDetails, klient.orgnr);
  if (detalj && 'error' in detalj) return detalj;
  return { kropp: await createTokensvar(grunnlag, klient, grant, detalj) };
}

/** The assertion of the form, which has no other field than the two; a client_id is not looked at (assumption). */
function findAssertion({ headere, kropp }: Nabokall): string | MpFeil {
  if (kropp === undefined) return MP.forStort;
  if (!headere['content-type']?.startsWith('application/x-www-form-urlencoded')) return MP.ugyldigSkjema;
  const skjema = new URLSearchParams(kropp);
  const [assertion, ...flere] = skjema.getAll('assertion');
  if (skjema.getAll('grant_type').length !== 1) return MP.ugyldigSkjema;
  if (skjema.get('grant_type') !== GRANT_TYPE) return MP.ukjentGrantType;
  return assertion === undefined || flere.length > 0 ? MP.ugyldigSkjema : assertion;
}
