/** POST: the fortrolig addresses of the person on the screen, an act of its own. */
import { AvdekkingRequest } from '#lib/domain/avdekking/avdekking.ts';
import { runAvdekking } from '#lib/server/avdekking/run-avdekking.ts';
import { route } from '#lib/server/http/route.ts';

export const POST = route(
  {
    mal: 'POST /api/oppslag/{oppslagId}/avdekking',
    requires: 'avdekking',
    body: AvdekkingRequest,
    nyligInnlogging: true,
  },
  runAvdekking,
);
