/** POST: what Kontakt- og reservasjonsregisteret says of the person on the screen, an act of its own. */
import { KontekstRequest } from '#lib/domain/session/kontekst-request.ts';
import { route } from '#lib/server/http/route.ts';
import { runKontaktoppslag } from '#lib/server/kontaktoppslag/run-kontaktoppslag.ts';

export const POST = route(
  { mal: 'POST /api/oppslag/{oppslagId}/kontakt', requires: 'kontaktoppslag', body: KontekstRequest },
  runKontaktoppslag,
);
