/**
 * The token that a good grant gives: which organisation, whom it acts for, and for which scopes.
 * Source: krr-maskinporten.md section 2.3.
 */
import { type KeyObject, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { AUTORITET, type Systembruker } from './check-detaljer.ts';
import type { Grant } from './grant.ts';
import type { Klient } from './klienter.ts';

/** The key that tokens are signed with. */
export type Signeringsnoekkel = { kid: string; privat: KeyObject; offentlig: KeyObject };

export type Tokengrunnlag = {
  issuer: string;
  noekkel: Signeringsnoekkel;
  /** Seconds that a token lives. */
  levetid: number;
  naa: () => number;
};

/**
 * Where the delegation is kept in the test environment.
 * Source: krr-maskinporten.md section 2.3.
 */
const DELEGERINGSKILDE = 'https://tt02.altinn.no/';

const toVirksomhet = (orgnr: string) => ({ authority: AUTORITET, ID: `0192:${orgnr}` });

/** The body of the answer. A token lives a second longer than it says, as in the recorded answers. */
export async function createTokensvar(
  { issuer, noekkel, levetid, naa }: Tokengrunnlag,
  klient: Klient,
  grant: Grant,
  detalj: Systembruker | undefined,
): Promise<Record<string, unknown>> {
  const iat = Math.floor(naa() / 1000);
  const scope = grant.scopes.join(' ');
  const krav = {
    ...(detalj ? { authorization_details: [detalj] } : {}),
    scope,
    iss: issuer,
    client_amr: klient.slag === 'noekkel' ? 'private_key_jwt' : 'virksomhetssertifikat',
    aud: grant.resource ? [...grant.resource] : 'unspecified',
    token_type: 'Bearer',
    exp: iat + levetid,
    iat,
    client_id: klient.clientId,
    jti: randomBytes(32).toString('base64url'),
    ...(grant.pid === undefined ? {} : { pid: grant.pid }),
    consumer: toVirksomhet(grant.consumerOrg ?? klient.orgnr),
    ...(grant.consumerOrg === undefined
      ? {}
      : { supplier: toVirksomhet(klient.orgnr), delegation_source: DELEGERINGSKILDE }),
  };
  const token = await new SignJWT(krav)
    .setProtectedHeader({ kid: noekkel.kid, alg: 'RS256' })
    .sign(noekkel.privat);
  return { access_token: token, token_type: 'Bearer', expires_in: levetid - 1, scope };
}
