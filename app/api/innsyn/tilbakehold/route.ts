/** POST: the decision that one access is held back from a letter for a time, or is so no longer, and the answer with it. */
import { Tilbakeholdsvedtak } from '#lib/domain/innsyn/innsyn.ts';
import { route } from '#lib/server/http/route.ts';
import { changeTilbakehold } from '#lib/server/innsyn/change-tilbakehold.ts';
import { getInnsynsdeps } from '#lib/server/innsyn/deps.ts';

export const POST = route(
  { mal: 'POST /api/innsyn/tilbakehold', requires: 'innsyn', body: Tilbakeholdsvedtak },
  (kall) => changeTilbakehold(getInnsynsdeps(), kall),
);
