/**
 * The other side of a token: what an API checks before it lets anybody in. The organisation is `consumer`, never the
 * client. A token is verified once and remembered by its exact text until it expires, so that a busy client costs one
 * verification for each token.
 * Source: krr-maskinporten.md section 2.5.
 */
import { compactVerify } from 'jose';
import { AUTORITET } from './check-detaljer.ts';
import type { Signeringsnoekkel } from './create-token.ts';

/** `leverandoer` is the supplier that acts for `org`. `utloeper` is in milliseconds. */
export type Tilgang = {
  org: string;
  leverandoer: string | undefined;
  scopes: ReadonlySet<string>;
  utloeper: number;
};

/** Why nobody is let in, as what follows `WWW-Authenticate:` (RFC 6750 section 3). */
export type Tokenavslag = { utfordring: string };

export type Tokenkontroll = (authorization: string | undefined) => Promise<Tilgang | Tokenavslag>;

type Kontrollvalg = {
  issuer: string;
  noekkel: Signeringsnoekkel;
  naa: () => number;
  /** Whether a token made for a named API is refused, as Folkeregisteret does. */
  krevUtenResource: boolean;
};

const PLASSER = 1_000;
const UTEN_TOKEN: Tokenavslag = { utfordring: 'Bearer' };
const toAvslag = (aarsak: string): Tokenavslag => ({
  utfordring: `Bearer error="invalid_token", error_description="${aarsak}"`,
});
const UTLOEPT = toAvslag('The token has expired');

/** The check that one API makes. */
export function createTokenkontroll(valg: Kontrollvalg): Tokenkontroll {
  const kjente = new Map<string, Tilgang>();
  return async (authorization) => {
    if (authorization === undefined) return UTEN_TOKEN;
    const kjent = kjente.get(authorization);
    if (kjent) return kjent.utloeper > valg.naa() ? kjent : UTLOEPT;
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (token === undefined) return UTEN_TOKEN;
    const svar = await readToken(valg, token);
    if ('org' in svar) remember(kjente, authorization, svar);
    return svar;
  };
}

/** Keeps the newest: the oldest goes when there is no more room. */
function remember(kjente: Map<string, Tilgang>, authorization: string, tilgang: Tilgang): void {
  const [eldste] = kjente.keys();
  if (kjente.size >= PLASSER && eldste !== undefined) kjente.delete(eldste);
  kjente.set(authorization, tilgang);
}

async function readToken(
  { issuer, noekkel, naa, krevUtenResource }: Kontrollvalg,
  token: string,
): Promise<Tilgang | Tokenavslag> {
  const krav = await findKrav(token, noekkel);
  if (!krav) return toAvslag('The signature is not valid');
  if (krav.iss !== issuer) return toAvslag('The issuer is not trusted');
  if (typeof krav.exp !== 'number' || krav.exp * 1000 <= naa()) return UTLOEPT;
  if (krevUtenResource && krav.aud !== undefined && krav.aud !== 'unspecified')
    return toAvslag('The token is for another audience');
  const org = findOrgnr(krav.consumer);
  if (org === undefined || typeof krav.scope !== 'string') return toAvslag('The token has no consumer');
  return {
    org,
    leverandoer: findOrgnr(krav.supplier),
    scopes: new Set(krav.scope.split(' ')),
    utloeper: krav.exp * 1000,
  };
}

async function findKrav(
  token: string,
  noekkel: Signeringsnoekkel,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(token, noekkel.offentlig, {
      algorithms: ['RS256'],
    });
    return protectedHeader.kid === noekkel.kid
      ? JSON.parse(Buffer.from(payload).toString('utf8'))
      : undefined;
  } catch {
    return undefined;
  }
}

/** The number of `{authority, ID}` when it is a Norwegian organisation's. */
function findOrgnr(virksomhet: unknown): string | undefined {
  if (typeof virksomhet !== 'object' || virksomhet === null) return undefined;
  const { authority, ID }: { authority?: unknown; ID?: unknown } = virksomhet;
  return authority === AUTORITET ? /^0192:(\d{9})$/.exec(String(ID))?.[1] : undefined;
}
