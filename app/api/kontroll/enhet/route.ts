/** POST: the draws that wait for the leder of a unit. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { listEnhetssaker } from '#lib/server/kontroll/bekreftelser.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/enhet', requires: 'kontrollBekreftelse', body: z.undefined() },
  (kall) => listEnhetssaker(getKontrolldeps(), kall),
);
