/** DELETE: a template, and its plan with it. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { removeMal } from '#lib/server/uttrekk/portal/maler.ts';

export const DELETE = route(
  { mal: 'DELETE /api/uttrekk/maler/{malId}', requires: 'uttrekk', body: z.undefined() },
  (kall) => removeMal(getUttrekksdeps(), kall),
);
