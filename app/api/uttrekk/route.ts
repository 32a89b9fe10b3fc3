/** POST: a new utkast; the same key gives the same one. */
import { UtkastRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { createUttrekk } from '#lib/server/uttrekk/portal/create-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route({ mal: 'POST /api/uttrekk', requires: 'uttrekk', body: UtkastRequest }, (kall) =>
  createUttrekk(getUttrekksdeps(), kall),
);
