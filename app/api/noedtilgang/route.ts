/** POST: a nødtilgang to one person, an act of its own. */
import { NoedtilgangRequest } from '#lib/domain/noedtilgang/noedtilgang.ts';
import { route } from '#lib/server/http/route.ts';
import { startNoedtilgang } from '#lib/server/noedtilgang/start-noedtilgang.ts';

export const POST = route(
  {
    mal: 'POST /api/noedtilgang',
    requires: 'noedtilgang',
    nyligInnlogging: true,
    body: NoedtilgangRequest,
  },
  startNoedtilgang,
);
