/** PUT: pause, go on or cancel. */
import { OenskeRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { setOenske } from '#lib/server/uttrekk/portal/steer-uttrekk.ts';

export const PUT = route(
  { mal: 'PUT /api/uttrekk/{uttrekkId}/oenske', requires: 'uttrekk', body: OenskeRequest },
  (kall) => setOenske(getUttrekksdeps(), kall),
);
