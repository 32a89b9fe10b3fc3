/** POST: the reader's own views of the log: listed, kept, renamed, deleted. */
import { VisningRequest } from '#lib/domain/revisjonslogg/visning.ts';
import { route } from '#lib/server/http/route.ts';
import { runVisninger } from '#lib/server/logglesing/visninger.ts';

export const POST = route(
  { mal: 'POST /api/revisjonslogg/visninger', requires: 'revisjonslogg', body: VisningRequest },
  runVisninger,
);
