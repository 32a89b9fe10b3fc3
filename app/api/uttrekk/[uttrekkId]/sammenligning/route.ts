/** POST: comparisons with earlier runs, and one more where the body names it. */
import { SammenligningRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { compareUttrekk } from '#lib/server/uttrekk/portal/compare-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}/sammenligning', requires: 'uttrekk', body: SammenligningRequest },
  (kall) => compareUttrekk(getUttrekksdeps(), kall),
);
