/** POST: one page of the cases to review, or of those that are concluded. */
import { SakslisteRequest } from '#lib/domain/kontroll/sak-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';
import { listSaker } from '#lib/server/kontroll/list-saker.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/liste', requires: 'kontroll', body: SakslisteRequest },
  (kall) => listSaker(getKontrolldeps(), kall),
);
