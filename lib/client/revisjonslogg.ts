/** The browser's side of the revisjonslogg. Reading it is an act of its own, so each page is asked for once. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { RevisjonsloggFilter, RevisjonsloggSvar } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

/** `lesning` is a number that the screen raises when the reader asks again with the same filter. */
export const listRevisjonsloggOptions = (filter: RevisjonsloggFilter, lesning: number) =>
  infiniteQueryOptions({
    queryKey: ['revisjonslogg', filter, lesning],
    queryFn: ({ pageParam }) =>
      postJson<RevisjonsloggSvar>('/api/revisjonslogg', pageParam ? { videre: pageParam } : filter),
    initialPageParam: '',
    getNextPageParam: (side) => (side.utfall === 'vist' ? side.videre : null),
  });
