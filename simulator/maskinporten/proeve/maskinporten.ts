/**
 * A running Maskinporten for tests, and a client of it: grants are signed and tokens verified by jose alone, over real
 * TLS, from the files that any client would use.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, customFetch, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { ensurePki, getKlient, type Pki } from '../../pki/ensure-pki.ts';
import { createFeilInjeksjon, type FeilInjeksjon } from '../../register/feil.ts';
import { KLIENTER } from '../klienter.ts';
import { ensureKlientnoekler } from '../noekler.ts';
import { type Maskinporten, startMaskinporten } from '../start-maskinporten.ts';

export type Naboprove = { status: number; headere: IncomingHttpHeaders; tekst: string };

/** A call to a service on localhost. Rejects when there is no whole answer. */
export function callNabo(
  { ca, port, sti }: { ca: string; port: number; sti: string },
  kall: { metode?: string; headere?: Record<string, string>; kropp?: string } = {},
): Promise<Naboprove> {
  return new Promise((resolve, reject) => {
    const { metode = 'GET', headere = {}, kropp } = kall;
    const valg = { host: 'localhost', port, path: sti, method: metode, headers: headere, ca, agent: false };
    const req = request(valg, async (res) => {
      try {
        const tekst = Buffer.concat(await res.toArray()).toString('utf8');
        resolve({ status: res.statusCode ?? 0, headere: res.headers, tekst });
      } catch (feil) {
        reject(feil);
      }
    });
    req.on('error', reject).end(kropp);
  });
}

/** `claims` and `header` are laid over an ordinary grant; undefined takes one away. `signertMed` is a PEM key. */
export type Grantvalg = {
  klient?: string;
  slag?: 'noekkel' | 'sertifikat';
  scope?: string;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  signertMed?: string;
};

export const SCOPE = 'folkeregister:deling/offentligmedhjemmel';

export type Maskinportenproeve = {
  maskinporten: Maskinporten;
  feil: FeilInjeksjon;
  pki: Pki;
  createGrant(valg?: Grantvalg): Promise<string>;
  sendGrant(assertion: string): Promise<Naboprove>;
  /** A token for an ordinary grant, or an error that holds the answer. */
  getToken(valg?: Grantvalg): Promise<string>;
  call(sti: string, kall?: Parameters<typeof callNabo>[1]): Promise<Naboprove>;
  /** The claims of a token, when the keys of `/jwk` say that it is good. */
  verifyToken(token: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
};

/** `naa` is the clock in milliseconds, for both sides. */
export async function startMaskinportenproeve(naa: () => number): Promise<Maskinportenproeve> {
  const mappe = await mkdtemp(join(tmpdir(), 'maskinporten-'));
  const pki = await ensurePki(join(mappe, 'pki'), new Date(naa()));
  const noekler = await ensureKlientnoekler(join(mappe, 'maskinporten'), new Date(naa()));
  const feil = createFeilInjeksjon(naa);
  const maskinporten = await startMaskinporten({
    port: 0,
    pki: { ...pki, ...pki.tjener },
    ca: pki.ca,
    feil,
    noekler,
    levetid: 120,
    naa,
    logg: () => {},
  });
  const call: Maskinportenproeve['call'] = (sti, kall) =>
    callNabo({ ca: pki.ca, port: maskinporten.port, sti }, kall);
  const createGrant: Maskinportenproeve['createGrant'] = async (valg = {}) => {
    const { klient = 'virksomhet', slag = 'noekkel', scope = SCOPE, signertMed } = valg;
    const iat = Math.floor(naa() / 1000);
    const iss = KLIENTER.find((en) => en.navn === klient && en.slag === slag)?.clientId;
    const vanlige = { aud: maskinporten.issuer, iss, scope, iat, exp: iat + 100, jti: crypto.randomUUID() };
    const identitet = slag === 'noekkel' ? { kid: `simulator-${klient}` } : { x5c: listX5c(pki, klient) };
    const header = withoutUndefined({ alg: 'RS256', ...identitet, ...valg.header });
    const pem =
      signertMed ??
      (slag === 'noekkel'
        ? await readFile(join(noekler.mappe, `${klient}.key`), 'utf8')
        : getKlient(pki, klient).key);
    return new SignJWT(withoutUndefined({ ...vanlige, ...valg.claims }))
      .setProtectedHeader(toHeader(header))
      .sign(createPrivateKey(pem));
  };
  const sendGrant = (assertion: string) => call('/token', createTokenkall(assertion));
  const jwks = createRemoteJWKSet(new URL(`${maskinporten.issuer}jwk`), {
    [customFetch]: async (url: string) => new Response((await call(new URL(url).pathname)).tekst),
  });
  return {
    maskinporten,
    feil,
    pki,
    createGrant,
    sendGrant,
    call,
    async getToken(valg) {
      const { status, tekst } = await sendGrant(await createGrant(valg));
      if (status !== 200) throw new Error(tekst);
      return JSON.parse(tekst).access_token;
    },
    async verifyToken(token) {
      const valg = { issuer: maskinporten.issuer, algorithms: ['RS256'], currentDate: new Date(naa()) };
      return (await jwtVerify(token, jwks, valg)).payload;
    },
    async stop() {
      await maskinporten.close();
      await rm(mappe, { recursive: true });
    },
  };
}

/** The certificate and its issuer, base64 DER, as the header carries them. */
export function listX5c(pki: Pki, klient: string): string[] {
  return [getKlient(pki, klient).cert, pki.ca].map((pem) => new X509Certificate(pem).raw.toString('base64'));
}

export function createTokenkall(
  assertion: string,
  grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer',
) {
  return {
    metode: 'POST',
    headere: { 'content-type': 'application/x-www-form-urlencoded' },
    kropp: new URLSearchParams({ grant_type: grantType, assertion }).toString(),
  };
}

function withoutUndefined(verdier: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(verdier).filter(([, verdi]) => verdi !== undefined));
}

const toHeader = ({ alg, ...resten }: Record<string, unknown>): JWTHeaderParameters => ({
  ...resten,
  alg: String(alg),
});
