/** POST: how the portal is doing, for administrators. */
import { z } from 'zod';
import { readDrift } from '#lib/server/drift/read-drift.ts';
import { route } from '#lib/server/http/route.ts';

export const POST = route(
  { mal: 'POST /api/drift', requires: 'drift', body: z.strictObject({}), passiv: true },
  readDrift,
);
