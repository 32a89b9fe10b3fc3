/** POST: a leder approves or refuses. */
import { GodkjenningRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { decideUttrekk } from '#lib/server/uttrekk/portal/decide-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route(
  {
    mal: 'POST /api/uttrekk/{uttrekkId}/godkjenning',
    requires: 'uttrekkGodkjenning',
    body: GodkjenningRequest,
    nyligInnlogging: true,
  },
  (kall) => decideUttrekk(getUttrekksdeps(), kall),
);
