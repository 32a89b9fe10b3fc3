/** POST: the søketrapp, one act. */
import { OppslagRequest } from '#lib/domain/oppslag/oppslag.ts';
import { route } from '#lib/server/http/route.ts';
import { runSoeketrapp } from '#lib/server/oppslag/run-soeketrapp.ts';

export const POST = route(
  { mal: 'POST /api/oppslag/soeketrapp', requires: 'oppslag', body: OppslagRequest },
  runSoeketrapp,
);
