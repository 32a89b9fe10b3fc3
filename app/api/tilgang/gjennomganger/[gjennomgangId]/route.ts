/** PUT: the answer for one right of one user. */
import { SvarRequest } from '#lib/domain/tilgang/gjennomgang.ts';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { svarGjennomgang } from '#lib/server/tilgang/run-gjennomgang.ts';

export const PUT = route(
  {
    mal: 'PUT /api/tilgang/gjennomganger/{gjennomgangId}',
    requires: 'tilgangGjennomgang',
    body: SvarRequest,
  },
  (kall) => svarGjennomgang(getTilgangsdeps(), kall),
);
