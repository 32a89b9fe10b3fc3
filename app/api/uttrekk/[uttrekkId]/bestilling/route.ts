/** POST: orders the utkast that the user saw. */
import { BestillRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { bestillUttrekk } from '#lib/server/uttrekk/portal/bestill-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}/bestilling', requires: 'uttrekk', body: BestillRequest },
  (kall) => bestillUttrekk(getUttrekksdeps(), kall),
);
