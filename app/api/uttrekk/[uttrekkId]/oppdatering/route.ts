/** POST: whether the uttrekk is held up to date, and what that has given. Asked again while it is. PUT: whether it is to be. */
import { z } from 'zod';
import { OppdateringRequest } from '#lib/domain/uttrekk/oppdatering.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { readOppdatering, setOppdatering } from '#lib/server/uttrekk/portal/hold-oppdatert.ts';

export const POST = route(
  {
    mal: 'POST /api/uttrekk/{uttrekkId}/oppdatering',
    requires: 'uttrekk',
    body: z.undefined(),
    passiv: true,
  },
  (kall) => readOppdatering(getUttrekksdeps(), kall),
);
export const PUT = route(
  { mal: 'PUT /api/uttrekk/{uttrekkId}/oppdatering', requires: 'uttrekk', body: OppdateringRequest },
  (kall) => setOppdatering(getUttrekksdeps(), kall),
);
