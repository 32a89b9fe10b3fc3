/** GET: settings, database and the revisjonslogg's guarantees are in place. */
import { probe } from '#lib/server/http/probe.ts';
import { checkReady } from '#lib/server/start.ts';

export const GET = probe(checkReady);
