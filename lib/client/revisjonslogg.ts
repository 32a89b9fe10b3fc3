/** The browser's side of the revisjonslogg. Reading it is an act of its own, so each page is asked for once. */
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { LoggeksportSvar } from '#lib/domain/revisjonslogg/eksport.ts';
import type { Forseglingsvisning } from '#lib/domain/revisjonslogg/forsegling.ts';
import type {
  LoggeksportRequest,
  RevisjonsloggFilter,
  RevisjonsloggSvar,
} from '#lib/domain/revisjonslogg/revisjonslogg.ts';
import type { Loggvisninger, VisningRequest } from '#lib/domain/revisjonslogg/visning.ts';

/** `lesning` is a number that the screen raises when the reader asks again with the same filter. */
export const listRevisjonsloggOptions = (filter: RevisjonsloggFilter, lesning: number) =>
  infiniteQueryOptions({
    queryKey: ['revisjonslogg', filter, lesning],
    queryFn: ({ pageParam }) =>
      postJson<RevisjonsloggSvar>('/api/revisjonslogg', pageParam ? { videre: pageParam } : filter),
    initialPageParam: '',
    getNextPageParam: (side) => (side.utfall === 'vist' ? side.videre : null),
  });

/** How far the log is sealed: no reading of it, and no row. */
export const readForseglingOptions = () =>
  queryOptions({
    queryKey: ['revisjonslogg-forsegling'],
    queryFn: () => postJson<Forseglingsvisning>('/api/revisjonslogg/forsegling'),
  });

/** The reader's own views, asked for when she looks for one. */
export const listVisningerOptions = () =>
  queryOptions({
    queryKey: ['loggvisninger'],
    queryFn: () => postJson<Loggvisninger>('/api/revisjonslogg/visninger', { slag: 'list' }),
  });

/** Keeps, renames or deletes one; gives all of them. */
export const changeVisningerOptions = () =>
  mutationOptions({
    mutationKey: ['loggvisninger', 'endre'],
    mutationFn: (request: VisningRequest) => postJson<Loggvisninger>('/api/revisjonslogg/visninger', request),
  });

/** Makes a file on the server. What is given back names it, for one download. */
export const createEksportOptions = () =>
  mutationOptions({
    mutationKey: ['revisjonslogg', 'eksport'],
    mutationFn: (request: LoggeksportRequest) =>
      postJson<LoggeksportSvar>('/api/revisjonslogg/eksport', request),
  });

export const toEksportsti = (filId: string): string =>
  `/api/revisjonslogg/eksport/${encodeURIComponent(filId)}`;
