/** POST: the users of the portal, by name, unit or right. */
import { BrukerlisteRequest } from '#lib/domain/tilgang/tilgang-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { listBrukere } from '#lib/server/tilgang/list-brukere.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/brukere', requires: 'tilgangVisning', body: BrukerlisteRequest },
  (kall) => listBrukere(getTilgangsdeps(), kall),
);
