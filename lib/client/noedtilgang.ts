/** The browser's side of nødtilgang. */
import { postJson, sendRequest } from '#lib/client/api.ts';
import type { NoedtilgangRequest, NoedtilgangResult } from '#lib/domain/noedtilgang/noedtilgang.ts';

export const postNoedtilgang = (request: NoedtilgangRequest): Promise<NoedtilgangResult> =>
  postJson<NoedtilgangResult>('/api/noedtilgang', request);

export async function deleteNoedtilgang(id: string): Promise<void> {
  await sendRequest('DELETE', `/api/noedtilgang/${encodeURIComponent(id)}`);
}
