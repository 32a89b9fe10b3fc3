/** POST: the rounds that the reader may see. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { getTilgangsdeps } from '#lib/server/tilgang/deps.ts';
import { readGjennomganger } from '#lib/server/tilgang/list-gjennomganger.ts';

export const POST = route(
  { mal: 'POST /api/tilgang/gjennomganger', requires: 'tilgangGjennomgang', body: z.undefined() },
  ({ session }) => readGjennomganger(getTilgangsdeps(), session),
);
