/** POST: colleagues who may be given an uttrekk. */
import { MottakerRequest } from '#lib/domain/uttrekk/uttrekk-request.ts';
import { route } from '#lib/server/http/route.ts';
import { getUttrekksdeps } from '#lib/server/uttrekk/portal/deps.ts';
import { findMottakere } from '#lib/server/uttrekk/portal/share-uttrekk.ts';

export const POST = route(
  { mal: 'POST /api/uttrekk/mottakere', requires: 'uttrekk', body: MottakerRequest },
  (kall) => findMottakere(getUttrekksdeps(), kall),
);
