/** POST: a verdict on the case as the reviewer saw it. */
import { VurderingRequest } from '#lib/domain/kontroll/sak-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';
import { vurderSak } from '#lib/server/kontroll/review-sak.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/{sakId}/vurdering', requires: 'kontroll', body: VurderingRequest },
  (kall) => vurderSak(getKontrolldeps(), kall),
);
