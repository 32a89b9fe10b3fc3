/** Requests to the API as the search form would make them. */
import { createPortalClient, type PortalClient } from '../../scripts/portal-client.ts';
import { office } from './office.ts';

/** Signs a demo user in, without a browser. */
export function signInAs(brukernavn: string): Promise<PortalClient> {
  return createPortalClient(office.portalUrl, brukernavn, office.passord);
}

/** An oppslag request for a number, as a caseworker of offentlig med hjemmel. */
export function toRequest(
  kriterier: Record<string, unknown>,
  pakke = 'offentlig-med-hjemmel',
  formaal = 'saksbehandling',
) {
  return { kriterier, pakke, formaal, saksreferanse: '2026/1234' };
}
