/** The browser's side of one's own acts. Reading them is a row in the log, so each page is asked for once. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { EgneSide } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

export const listEgneOptions = () =>
  infiniteQueryOptions({
    queryKey: ['egne-handlinger'],
    queryFn: ({ pageParam }) =>
      postJson<EgneSide>('/api/mine-oppslag', pageParam ? { videre: pageParam } : {}),
    initialPageParam: '',
    getNextPageParam: ({ videre }) => videre,
  });
