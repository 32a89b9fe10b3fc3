/** POST: how far the revisjonslogg is sealed. POST as its neighbours, so that nothing keeps the answer. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { readForsegling } from '#lib/server/logglesing/read-forsegling.ts';

export const POST = route(
  { mal: 'POST /api/revisjonslogg/forsegling', requires: 'revisjonslogg', body: z.undefined() },
  readForsegling,
);
