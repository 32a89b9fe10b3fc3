/** PUT: the context of the session. DELETE: sign out; what the browser holds of us is cleared with it (S-07). */

import { z } from 'zod';
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';
import { route } from '#lib/server/http/route.ts';
import { endSession, saveKontekst } from '#lib/server/session/change-session.ts';

export const PUT = route(
  { mal: 'PUT /api/session', requires: 'session', body: KontekstRequest },
  saveKontekst,
);
export const DELETE = route(
  { mal: 'DELETE /api/session', requires: 'session', body: z.undefined() },
  endSession,
);
