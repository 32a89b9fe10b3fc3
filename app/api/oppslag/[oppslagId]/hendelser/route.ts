/** POST: the hendelser of the person on the screen, an act of its own. */
import { HendelserRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import { runHendelsesliste } from '#lib/server/hendelse/run-hendelsesliste.ts';
import { route } from '#lib/server/http/route.ts';

export const POST = route(
  { mal: 'POST /api/oppslag/{oppslagId}/hendelser', requires: 'oppslag', body: HendelserRequest },
  runHendelsesliste,
);
