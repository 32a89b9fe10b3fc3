/**
 * The browser's side of a bulkoppslag. Rule: a session that ends in the middle does not take what has been fetched off
 * the screen (`beholdSiden`): the user signs in beside it and goes on, until the idle time is over.
 */
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { BulkRequest, BulkResult } from '#lib/domain/bulk/bulk.ts';

const BULK_KEY = ['bulk'] as const;

const createBulkOptions = () =>
  mutationOptions({
    mutationKey: BULK_KEY,
    mutationFn: (request: BulkRequest) => postJson<BulkResult>('/api/bulk', request),
    meta: { beholdSiden: true },
  });

/** Sends one part. Through the mutation cache, so that the session's guard sees the activity. */
export function sendBulkdel(client: QueryClient, request: BulkRequest): Promise<BulkResult> {
  return client.getMutationCache().build(client, createBulkOptions()).execute(request);
}

/** Whether a part is under way: the screen is then at work, also when its session has just ended. */
export function isBulkUnderveis(client: QueryClient): boolean {
  return client.isMutating({ mutationKey: BULK_KEY }) > 0;
}
