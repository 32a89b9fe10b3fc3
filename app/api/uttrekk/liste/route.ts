/** POST: the uttrekk that concern the user. Asked again while something runs. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { listUttrekk } from '#lib/server/uttrekk/portal/list-uttrekk.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/liste', requires: 'uttrekkVisning', body: z.undefined(), passiv: true },
  (kall) => listUttrekk(getUttrekksdeps(), kall),
);
