/** PUT: orders the template again at intervals. DELETE: stops that. */
import { z } from 'zod';
import { PlanRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { removePlan, savePlan } from '#lib/server/uttrekk/portal/maler.ts';

export const PUT = route(
  { mal: 'PUT /api/uttrekk/maler/{malId}/plan', requires: 'uttrekk', body: PlanRequest },
  (kall) => savePlan(getUttrekksdeps(), kall),
);
export const DELETE = route(
  { mal: 'DELETE /api/uttrekk/maler/{malId}/plan', requires: 'uttrekk', body: z.undefined() },
  (kall) => removePlan(getUttrekksdeps(), kall),
);
