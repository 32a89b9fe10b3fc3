/**
 * How the identity provider behaves: authorization code with PKCE for one confidential client, RS256, no consent
 * page, the user's claims both in the id_token and at userinfo. Options are those of oidc-provider 9.
 */

import type { JsonWebKey } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import type { Kontekst } from 'oidc-provider';
import { DEMOBRUKERE, type Demobruker } from './demobrukere.ts';
import { createMinne } from './minne.ts';
import { CSP, showFeil, showUtlogget, showUtlogging } from './sider.ts';

export const KLIENT_ID = 'folkeregisterportalen';
const TIME = 3600;
const SCOPES = ['openid', 'profile'];

/** What differs between two starts. `portalUrler` are origins without a slash at the end. */
export type Identitetsvalg = { klienthemmelighet: string; portalUrler: readonly string[] };

/** The settings object for `new Provider(issuer, …)`; `jwk` is the private signing key. */
export function createKonfigurasjon(valg: Identitetsvalg, jwk: JsonWebKey): object {
  return {
    adapter: createMinne(),
    clients: [createKlient(valg)],
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: 'simulator' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: SCOPES,
    claims: {
      openid: ['sub', 'name', 'preferred_username', 'department', 'groups', 'pid'],
      profile: ['name', 'preferred_username'],
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: Kontekst, skjema: string) => setSide(ctx, showUtlogging(skjema)),
        postLogoutSuccessSource: (ctx: Kontekst) => setSide(ctx, showUtlogget()),
      },
    },
    ttl: {
      AccessToken: TIME,
      AuthorizationCode: 60,
      IdToken: TIME,
      Interaction: TIME,
      Session: 10 * TIME,
      Grant: 10 * TIME,
    },
    findAccount: (_ctx: Kontekst, sub: string) => findKonto(sub),
    loadExistingGrant: createSamtykke,
    renderError: (ctx: Kontekst, ut: { error: string; error_description?: string }) =>
      setSide(ctx, showFeil(`${ut.error}: ${ut.error_description ?? ''}`)),
  };
}

/** The `sub` of a user: stable between starts, and not the name they sign in with. */
export function getSub(bruker: Demobruker): string {
  return `demo|${bruker.brukernavn}`;
}

function createKlient({ klienthemmelighet, portalUrler }: Identitetsvalg) {
  return {
    client_id: KLIENT_ID,
    client_secret: klienthemmelighet,
    redirect_uris: portalUrler.map((url) => `${url}/api/auth/callback/virksomhet`),
    post_logout_redirect_uris: portalUrler.map((url) => `${url}/logg-inn?aarsak=logget-ut`),
  };
}

function findKonto(sub: string) {
  const bruker = DEMOBRUKERE.find((en) => getSub(en) === sub);
  if (!bruker) return undefined;
  const claims = {
    sub,
    name: bruker.navn,
    preferred_username: bruker.brukernavn,
    department: bruker.enhet,
    groups: [...bruker.grupper],
    ...(bruker.pid === undefined ? {} : { pid: bruker.pid }),
  };
  return { accountId: sub, claims: () => claims };
}

/** An employer's provider asks nobody for consent: whoever signs in has granted what the client may have. */
async function createSamtykke({ oidc }: Kontekst) {
  if (!oidc.client || !oidc.session?.accountId) return undefined;
  const samtykke = new oidc.provider.Grant({
    accountId: oidc.session.accountId,
    clientId: oidc.client.clientId,
  });
  samtykke.addOIDCScope(SCOPES.join(' '));
  await samtykke.save();
  return samtykke;
}

function setSide(ctx: Kontekst, side: string): void {
  ctx.type = 'html';
  ctx.set('content-security-policy', CSP);
  ctx.body = side;
}
