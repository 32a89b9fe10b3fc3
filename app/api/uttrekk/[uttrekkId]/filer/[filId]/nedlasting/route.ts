/** POST: one download of one file, to be begun within a minute at `/api/nedlasting/{nedlastingId}`. */
import { NedlastingRequest } from '#lib/domain/uttrekk/nedlasting.ts';
import { route } from '#lib/server/http/route.ts';
import { getNedlastingsdeps } from '#lib/server/uttrekk/nedlasting/get-nedlastingsdeps.ts';
import { grantNedlasting } from '#lib/server/uttrekk/nedlasting/grant-nedlasting.ts';

export const POST = route(
  {
    mal: 'POST /api/uttrekk/{uttrekkId}/filer/{filId}/nedlasting',
    requires: 'uttrekk',
    body: NedlastingRequest,
    nyligInnlogging: true,
  },
  (kall) => grantNedlasting(getNedlastingsdeps(), kall),
);
