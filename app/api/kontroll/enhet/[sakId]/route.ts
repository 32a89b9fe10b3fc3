/** POST: whether the leder confirms an act of her unit. */
import { BekreftelseRequest } from '#lib/domain/kontroll/sak-request.ts';
import { route } from '#lib/server/http/route.ts';
import { bekreftSak } from '#lib/server/kontroll/bekreftelser.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/enhet/{sakId}', requires: 'kontrollBekreftelse', body: BekreftelseRequest },
  (kall) => bekreftSak(getKontrolldeps(), kall),
);
