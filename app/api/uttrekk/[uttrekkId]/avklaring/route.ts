/** POST: a person decides about an order that may or may not have reached the register. */
import { AvklaringRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { avklarUttrekk } from '#lib/server/uttrekk/portal/steer-uttrekk.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}/avklaring', requires: 'uttrekk', body: AvklaringRequest },
  (kall) => avklarUttrekk(getUttrekksdeps(), kall),
);
