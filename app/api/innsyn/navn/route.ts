/** POST: the decision that the employees' names go into one answer, and the answer with them. */
import { Navneavgjoerelse } from '#lib/domain/innsyn/innsyn.ts';
import { route } from '#lib/server/http/route.ts';
import { getInnsynsdeps } from '#lib/server/innsyn/deps.ts';
import { releaseNavn } from '#lib/server/innsyn/release-navn.ts';

export const POST = route(
  { mal: 'POST /api/innsyn/navn', requires: 'innsyn', body: Navneavgjoerelse },
  (kall) => releaseNavn(getInnsynsdeps(), kall),
);
