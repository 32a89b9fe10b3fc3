/** POST: one oppslag, one act. */
import { OppslagRequest } from '#lib/domain/oppslag/oppslag.ts';
import { route } from '#lib/server/http/route.ts';
import { runOppslag } from '#lib/server/oppslag/run-oppslag.ts';

export const POST = route(
  { mal: 'POST /api/oppslag', requires: 'oppslag', body: OppslagRequest },
  runOppslag,
);
