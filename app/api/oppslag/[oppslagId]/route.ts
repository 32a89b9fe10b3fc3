/** POST: what an oppslag showed, again. POST and not GET, so that nothing between us and the browser keeps it. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { readOppslag } from '#lib/server/oppslag/read-oppslag.ts';

export const POST = route(
  { mal: 'POST /api/oppslag/{oppslagId}', requires: 'oppslag', body: z.undefined() },
  readOppslag,
);
