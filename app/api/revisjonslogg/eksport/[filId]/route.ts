/** GET: one file of the log, once. */
import { download } from '#lib/server/http/download.ts';
import { startEksport } from '#lib/server/logglesing/eksport/start-eksport.ts';

export const GET = download(
  { mal: 'GET /api/revisjonslogg/eksport/{filId}', requires: 'revisjonslogg' },
  startEksport,
);
