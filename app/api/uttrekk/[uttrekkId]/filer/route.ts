/** DELETE: lets the files go now. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { slettFiler } from '#lib/server/uttrekk/portal/steer-uttrekk.ts';

export const DELETE = route(
  { mal: 'DELETE /api/uttrekk/{uttrekkId}/filer', requires: 'uttrekk', body: z.undefined() },
  (kall) => slettFiler(getUttrekksdeps(), kall),
);
