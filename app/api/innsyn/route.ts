/** POST: who has looked one person up in a period. Her numbers are in the body, so they never stand in a URL. */
import { Innsynskrav } from '#lib/domain/innsyn/innsyn.ts';
import { route } from '#lib/server/http/route.ts';
import { getInnsynsdeps } from '#lib/server/innsyn/deps.ts';
import { runInnsyn } from '#lib/server/innsyn/run-innsyn.ts';

export const POST = route({ mal: 'POST /api/innsyn', requires: 'innsyn', body: Innsynskrav }, (kall) =>
  runInnsyn(getInnsynsdeps(), kall),
);
