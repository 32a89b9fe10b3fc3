/** GET: the file of one grant, once. */
import { download } from '#lib/server/http/download.ts';
import { getNedlastingsdeps } from '#lib/server/uttrekk/nedlasting/get-nedlastingsdeps.ts';
import { startNedlasting } from '#lib/server/uttrekk/nedlasting/start-nedlasting.ts';

export const GET = download(
  { mal: 'GET /api/nedlasting/{nedlastingId}', requires: 'uttrekk' },
  (session, params, range) => startNedlasting(getNedlastingsdeps(), session, params, range),
);
