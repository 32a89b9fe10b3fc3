/**
 * The browser's side of a soek. Rule: each page is fetched once, by POST, since it asks the register and is a row in the
 * revisjonslogg; pages that have been seen are kept with the list (`trefflisteminne`).
 */
import { mutationOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { SideResult, SoekRequest, SoekResult } from '#lib/domain/soek/soek.ts';

export const createSoekOptions = () =>
  mutationOptions({
    mutationKey: ['soek', 'create'],
    mutationFn: (request: SoekRequest) => postJson<SoekResult>('/api/soek', request),
  });

/** `side` counts from 0. */
export const readSideOptions = () =>
  mutationOptions({
    mutationKey: ['soek', 'side'],
    mutationFn: ({ soekId, side }: { soekId: string; side: number }) =>
      postJson<SideResult>(`/api/soek/${encodeURIComponent(soekId)}`, { side }),
  });
