/** POST: opens one case. An act of its own, so it is no GET. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';
import { openSak } from '#lib/server/kontroll/review-sak.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/{sakId}', requires: 'kontroll', body: z.undefined() },
  (kall) => openSak(getKontrolldeps(), kall),
);
