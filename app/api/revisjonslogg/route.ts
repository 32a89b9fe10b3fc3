/** POST: one page of the revisjonslogg. The filter may hold a fødselsnummer, so it never stands in a URL. */
import { RevisjonsloggRequest } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { route } from '#lib/server/http/route.ts';
import { readRevisjonslogg } from '#lib/server/logglesing/read-revisjonslogg.ts';

export const POST = route(
  { mal: 'POST /api/revisjonslogg', requires: 'revisjonslogg', body: RevisjonsloggRequest },
  readRevisjonslogg,
);
