/** POST: a new template. */
import { MalRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { createMal } from '#lib/server/uttrekk/portal/maler.ts';

export const POST = route({ mal: 'POST /api/uttrekk/maler', requires: 'uttrekk', body: MalRequest }, (kall) =>
  createMal(getUttrekksdeps(), kall),
);
