/** GET: figures for Prometheus. */
import { listMaalinger } from '#lib/server/drift/list-maalinger.ts';
import { metrics } from '#lib/server/http/probe.ts';

export const GET = metrics(listMaalinger);
