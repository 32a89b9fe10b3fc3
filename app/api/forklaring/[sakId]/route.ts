/** POST: opens what the user has been asked to explain. PUT: her answer. Only her own, whatever her role. */
import { z } from 'zod';
import { SvarRequest } from '#lib/domain/kontroll/sak-request.ts';
import { route } from '#lib/server/http/route.ts';
import { answerForklaring, openForklaring } from '#lib/server/kontroll/forklaringer.ts';
import { getKontrolldeps } from '#lib/server/kontroll/kontrolldeps.ts';

export const POST = route(
  { mal: 'POST /api/forklaring/{sakId}', requires: 'session', body: z.undefined() },
  (kall) => openForklaring(getKontrolldeps(), kall),
);
export const PUT = route(
  { mal: 'PUT /api/forklaring/{sakId}', requires: 'session', body: SvarRequest },
  (kall) => answerForklaring(getKontrolldeps(), kall),
);
