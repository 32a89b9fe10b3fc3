/** PUT: everybody who may download besides the owner. */
import { DelingRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { shareUttrekk } from '#lib/server/uttrekk/portal/share-uttrekk.ts';

export const PUT = route(
  { mal: 'PUT /api/uttrekk/{uttrekkId}/deling', requires: 'uttrekk', body: DelingRequest },
  (kall) => shareUttrekk(getUttrekksdeps(), kall),
);
