/** POST: what the rules find and what comes of it. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';
import { readStatistikk } from '#lib/server/kontroll/read-statistikk.ts';

export const POST = route(
  { mal: 'POST /api/kontroll/statistikk', requires: 'kontroll', body: z.undefined() },
  (kall) => readStatistikk(getKontrolldeps(), kall),
);
