/** POST: what somebody with these rights is shown of an example. */
import { VisSomRequest } from '#lib/domain/tilgang/vis-som.ts';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { showSom } from '#lib/server/tilgang/vis-som.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/vis-som', requires: 'tilgangVisning', body: VisSomRequest },
  (kall) => showSom(getTilgangsdeps(), kall),
);
