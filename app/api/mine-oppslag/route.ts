/** POST: one page of what the user herself has done, from the revisjonslogg. */
import { EgneRequest } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { route } from '#lib/server/http/route.ts';
import { readEgne } from '#lib/server/logglesing/read-egne.ts';

export const POST = route(
  { mal: 'POST /api/mine-oppslag', requires: 'mineOppslag', body: EgneRequest },
  readEgne,
);
