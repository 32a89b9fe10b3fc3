/** POST: one part of a bulkoppslag. */
import { BulkRequest } from '#lib/domain/bulk/bulk.ts';
import { runBulk } from '#lib/server/bulk/run-bulk.ts';
import { route } from '#lib/server/http/route.ts';

export const POST = route({ mal: 'POST /api/bulk', requires: 'bulk', body: BulkRequest }, runBulk);
