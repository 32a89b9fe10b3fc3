/** POST: how much waits for the user's answer. The menu asks by itself, on each page. */
import { z } from 'zod';
import { getPortalPool } from '#lib/server/db/pools.ts';
import { route } from '#lib/server/http/route.ts';
import { readVenter } from '#lib/server/venter/read-venter.ts';

export const POST = route(
  { mal: 'POST /api/venter', requires: 'session', body: z.undefined(), passiv: true },
  ({ session }) => readVenter(getPortalPool(), session),
);
