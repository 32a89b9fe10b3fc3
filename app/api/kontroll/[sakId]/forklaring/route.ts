/** POST: asks the employee to explain. */
import { SpoersmaalRequest } from '#lib/domain/kontroll/sak-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';
import { askForklaring } from '#lib/server/kontroll/review-sak.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/{sakId}/forklaring', requires: 'kontroll', body: SpoersmaalRequest },
  (kall) => askForklaring(getKontrolldeps(), kall),
);
