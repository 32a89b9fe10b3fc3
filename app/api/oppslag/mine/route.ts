/** POST: the user's own oppslag of the last half hour. POST as its neighbours, so that nothing keeps the answer. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { listMine } from '#lib/server/oppslag/list-mine.ts';

export const POST = route(
  { mal: 'POST /api/oppslag/mine', requires: 'oppslag', body: z.undefined() },
  listMine,
);
