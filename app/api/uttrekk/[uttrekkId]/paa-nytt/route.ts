/** POST: a new utkast of the same order. */
import { PaaNyttRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { bestillPaaNytt } from '#lib/server/uttrekk/portal/create-uttrekk.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/{uttrekkId}/paa-nytt', requires: 'uttrekk', body: PaaNyttRequest },
  (kall) => bestillPaaNytt(getUttrekksdeps(), kall),
);
