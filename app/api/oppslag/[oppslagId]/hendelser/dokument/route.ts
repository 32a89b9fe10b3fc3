/** POST: the person as the register had her after one hendelse, an act of its own. */
import { HendelsesdokumentRequest } from '#lib/domain/hendelse/hendelse-request.ts';
import { runHendelsesdokument } from '#lib/server/hendelse/run-hendelsesdokument.ts';
import { route } from '#lib/server/http/route.ts';

export const POST = route(
  {
    mal: 'POST /api/oppslag/{oppslagId}/hendelser/dokument',
    requires: 'oppslag',
    body: HendelsesdokumentRequest,
  },
  runHendelsesdokument,
);
