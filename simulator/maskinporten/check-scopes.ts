/**
 * Whether the client may have every scope it asks for, for itself or for the customer it names.
 * Source: krr-maskinporten.md sections 2.2 and 2.4; the order of the checks is an assumption.
 */
import type { Grant } from './grant.ts';
import { hasDelegert, hasTilgang, isForInnbyggere, type Klient } from './klienter.ts';
import {
  MP,
  type MpFeil,
  toIkkeDelegert,
  toIkkeTilgang,
  toScopeForAndre,
  toUgyldigScope,
} from './mp-feil.ts';

/** Why the scopes are refused; undefined when they are given. */
export function checkScopes(klient: Klient, { scopes, consumerOrg }: Grant): MpFeil | undefined {
  if (consumerOrg === klient.orgnr) return MP.egenVirksomhet;
  if (scopes.length === 0) return toUgyldigScope('');
  const konsument = consumerOrg ?? klient.orgnr;
  for (const scope of scopes) {
    if (isForInnbyggere(scope)) return toScopeForAndre(scope);
    if (!klient.scopes.has(scope)) return toUgyldigScope(scope);
    if (!hasTilgang(konsument, scope)) return toIkkeTilgang(scope);
    if (consumerOrg !== undefined && !hasDelegert(konsument, klient.orgnr, scope))
      return toIkkeDelegert(konsument, scope, klient.orgnr);
  }
  return undefined;
}
