/** POST: the user's templates and plans. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { listMaler } from '#lib/server/uttrekk/portal/maler.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/maler/liste', requires: 'uttrekk', body: z.undefined() },
  (kall) => listMaler(getUttrekksdeps(), kall),
);
