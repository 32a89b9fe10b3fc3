/** POST: the page of one uttrekk, also where a stream does not get through. PUT: another order in its place. */
import { z } from 'zod';
import { EndringRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { updateUtkast } from '#lib/server/uttrekk/portal/create-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { readUttrekk } from '#lib/server/uttrekk/portal/read-uttrekk.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}', requires: 'uttrekkVisning', body: z.undefined(), passiv: true },
  (kall) => readUttrekk(getUttrekksdeps(), kall),
);
export const PUT = route(
  { mal: 'PUT /api/uttrekk/{uttrekkId}', requires: 'uttrekk', body: EndringRequest },
  (kall) => updateUtkast(getUttrekksdeps(), kall),
);
