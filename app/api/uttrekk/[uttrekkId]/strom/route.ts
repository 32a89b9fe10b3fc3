/** GET: the page of one uttrekk as it changes, as server-sent events. */
import { strom } from '#lib/server/http/strom.ts';
import { toSideendring, watchUttrekk } from '#lib/server/uttrekk/portal/watch-uttrekk.ts';

export const GET = strom(
  { mal: 'GET /api/uttrekk/{uttrekkId}/strom', requires: 'uttrekkVisning', toEndring: toSideendring },
  watchUttrekk,
);
