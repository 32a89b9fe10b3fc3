/** POST: one user's access. PUT: one change of it. */
import { z } from 'zod';
import { Tilgangsendring } from '#lib/domain/tilgang/tilgang-request.ts';
import { route } from '#lib/server/http/route.ts';
import { changeTilgang } from '#lib/server/tilgang/change-tilgang.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { readBruker } from '#lib/server/tilgang/read-bruker.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/brukere/{brukerId}', requires: 'tilgangVisning', body: z.undefined() },
  (kall) => readBruker(getTilgangsdeps(), kall),
);

export const PUT = route(
  {
    mal: 'PUT /api/tilgang/brukere/{brukerId}',
    requires: 'tilgang',
    body: Tilgangsendring,
    nyligInnlogging: true,
  },
  (kall) => changeTilgang(getTilgangsdeps(), kall),
);
