/**
 * The grant before anybody has been asked who signed it: its parts, and whether every claim is one that Maskinporten
 * knows and has the form it must have. A claim that is not in the table is refused, however harmless (`nbf`, `sub`).
 * Source: krr-maskinporten.md section 2.2.
 */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { MP, type MpFeil } from './mp-feil.ts';

export const ALGORITMER = ['RS256', 'RS384', 'RS512'];
const LENGSTE_LEVETID = 120;

export type Grant = {
  jwt: string;
  header: { alg: string; kid: string | undefined; x5c: unknown };
  aud: unknown;
  iss: string;
  /** Seconds. */
  iat: number;
  exp: number;
  jti: string | undefined;
  scopes: readonly string[];
  resource: readonly string[] | undefined;
  pid: string | undefined;
  consumerOrg: string | undefined;
  authorizationDetails: unknown;
};

const isTekst = (verdi: unknown): verdi is string => typeof verdi === 'string' && verdi !== '';
const isTall = (verdi: unknown): verdi is number => typeof verdi === 'number' && Number.isFinite(verdi);

/** What each claim must look like when it is there. `aud` and the details have refusals of their own. */
const KRAV: Record<string, (verdi: unknown) => boolean> = {
  aud: () => true,
  iss: isTekst,
  iat: isTall,
  exp: isTall,
  jti: isTekst,
  scope: isTekst,
  resource: (verdi) => Array.isArray(verdi) && verdi.length > 0 && verdi.every(isTekst),
  pid: (verdi) => isTekst(verdi) && /^\d{11}$/.test(verdi),
  consumer_org: (verdi) => isTekst(verdi) && /^\d{9}$/.test(verdi),
  authorization_details: () => true,
};
const PAAKREVD = ['iss', 'iat', 'exp', 'scope'];

/** Reads the assertion; MP-011 when it is not a grant. Nothing in it is to be believed yet. */
export function parseGrant(jwt: string): Grant | MpFeil {
  const deler = findDeler(jwt);
  if (!deler) return MP.ugyldigVerdi;
  const { header, krav } = deler;
  if (!ALGORITMER.includes(header.alg)) return MP.ugyldigVerdi;
  if (Object.entries(krav).some(([navn, verdi]) => !isKrav(navn, verdi))) return MP.ugyldigVerdi;
  if (PAAKREVD.some((navn) => krav[navn] === undefined)) return MP.ugyldigVerdi;
  const { iss, iat, exp, jti, scope, resource, pid, consumer_org } = krav;
  if (!isTall(iat) || !isTall(exp) || exp - iat > LENGSTE_LEVETID) return MP.ugyldigVerdi;
  return {
    jwt,
    header,
    aud: krav.aud,
    iss: String(iss),
    iat,
    exp,
    jti: isTekst(jti) ? jti : undefined,
    scopes: [...new Set(String(scope).split(/\s+/).filter(isTekst))],
    resource: Array.isArray(resource) ? resource : undefined,
    pid: isTekst(pid) ? pid : undefined,
    consumerOrg: isTekst(consumer_org) ? consumer_org : undefined,
    authorizationDetails: krav.authorization_details,
  };
}

const isKrav = (navn: string, verdi: unknown): boolean =>
  Object.hasOwn(KRAV, navn) && KRAV[navn]?.(verdi) === true;

function findDeler(jwt: string): { header: Grant['header']; krav: Record<string, unknown> } | undefined {
  try {
    const { alg, kid, x5c } = decodeProtectedHeader(jwt);
    if (kid !== undefined && !isTekst(kid)) return undefined;
    return { header: { alg: String(alg), kid, x5c }, krav: decodeJwt(jwt) };
  } catch {
    return undefined;
  }
}
