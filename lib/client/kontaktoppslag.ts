/** The browser's side of asking KRR. The answer is held by who asked, and put in no cache. */
import { postJson } from '#lib/client/api.ts';
import type { KontaktResult } from '#lib/domain/kontaktoppslag/kontaktoppslag.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

export function postKontaktoppslag(oppslagId: string, kontekst: Kontekst): Promise<KontaktResult> {
  return postJson<KontaktResult>(`/api/oppslag/${encodeURIComponent(oppslagId)}/kontakt`, kontekst);
}
