/** POST: the second pair of eyes on a right that needs one. */
import { BekreftelseRequest } from '#lib/domain/tilgang/tilgang-request.ts';
import { route } from '#lib/server/http/route.ts';
import { confirmTildeling } from '#lib/server/tilgang/confirm-tildeling.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';

export const POST = route(
  {
    mal: 'POST /api/tilgang/brukere/{brukerId}/bekreftelse',
    requires: 'tilgangBekreftelse',
    body: BekreftelseRequest,
    nyligInnlogging: true,
  },
  (kall) => confirmTildeling(getTilgangsdeps(), kall),
);
