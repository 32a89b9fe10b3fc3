/** How much waits for the user. Asked on each page she comes to, and when she has answered something. */
import { queryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { Venter } from '#lib/domain/venter/venter.ts';

/** What a mutation carries in `meta` when it may change what waits. */
export const VENTER_ENDRES = { venterEndres: true };

export const VENTER_NOEKKEL = ['venter'];

/** @param side the page she is on */
export const readVenterOptions = (side: string) =>
  queryOptions({ queryKey: [...VENTER_NOEKKEL, side], queryFn: () => postJson<Venter>('/api/venter') });
