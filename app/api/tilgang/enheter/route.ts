/** POST: the units. PUT: one made or ended. */
import { z } from 'zod';
import { Enhetsendring } from '#lib/domain/tilgang/tilgang-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { changeEnhet, listEnheter } from '#lib/server/tilgang/enheter.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/enheter', requires: 'tilgangVisning', body: z.undefined() },
  () => listEnheter(getTilgangsdeps()),
);

export const PUT = route(
  { mal: 'PUT /api/tilgang/enheter', requires: 'tilgang', body: Enhetsendring },
  (kall) => changeEnhet(getTilgangsdeps(), kall),
);
