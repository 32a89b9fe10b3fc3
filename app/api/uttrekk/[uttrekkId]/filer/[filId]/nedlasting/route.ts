/** POST: one download of one file, to be begun within a minute at `/api/nedlasting/{nedlastingId}`. */
import { z } from 'zod';
import { route } from '#lib/server/http/route.ts';
import { grantNedlasting } from '#lib/server/uttrekk/nedlasting/grant-nedlasting.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route(
  {
    mal: 'POST /api/uttrekk/{uttrekkId}/filer/{filId}/nedlasting',
    requires: 'uttrekk',
    body: z.undefined(),
    nyligInnlogging: true,
  },
  (kall) => grantNedlasting(getUttrekksdeps(), kall),
);
