/** POST: a file of what fits the filter, made and kept for its one download. */
import { LoggeksportRequest } from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import { route } from '#lib/server/http/route.ts';
import { createEksport } from '#lib/server/logglesing/eksport/create-eksport.ts';

export const POST = route(
  {
    mal: 'POST /api/revisjonslogg/eksport',
    requires: 'revisjonslogg',
    body: LoggeksportRequest,
    nyligInnlogging: true,
  },
  createEksport,
);
