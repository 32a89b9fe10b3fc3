/** The browser's side of the drift page: asked anew at intervals while somebody looks. */
import { queryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { Driftsstatus } from '#lib/domain/drift/drift.ts';

const HVERT_MS = 15_000;

export const readDriftOptions = queryOptions({
  queryKey: ['drift'],
  queryFn: () => postJson<Driftsstatus>('/api/drift', {}),
  refetchInterval: HVERT_MS,
  // One answer that did not come is a fault to show, not one to hide by asking again.
  retry: false,
});
