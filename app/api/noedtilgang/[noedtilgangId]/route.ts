/** DELETE: gives a nødtilgang back before its time. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { endNoedtilgang } from '#lib/server/noedtilgang/end-noedtilgang.ts';

export const DELETE = route(
  { mal: 'DELETE /api/noedtilgang/{noedtilgangId}', requires: 'noedtilgang', body: z.undefined() },
  endNoedtilgang,
);
