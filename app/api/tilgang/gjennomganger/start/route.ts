/** POST: a new round. */
import { StartRequest } from '#lib/domain/tilgang/gjennomgang.ts';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { startGjennomgang } from '#lib/server/tilgang/run-gjennomgang.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/gjennomganger/start', requires: 'tilgang', body: StartRequest },
  (kall) => startGjennomgang(getTilgangsdeps(), kall),
);
