/** POST: the check before an order. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { runKontroll } from '#lib/server/uttrekk/portal/run-kontroll.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}/kontroll', requires: 'uttrekkVisning', body: z.undefined() },
  (kall) => runKontroll(getUttrekksdeps(), kall),
);
