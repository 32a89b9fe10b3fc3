/**
 * The browser's side of an oppslag. Rule: `createOppslag` is one human act and one row; `readOppslag` shows the same
 * act again for 30 minutes and never asks the register.
 */
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { postJson } from '#lib/client/api.ts';
import type { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';
import type { OppslagRequest, OppslagResult } from '#lib/domain/oppslag/oppslag.ts';

const SISTE_KEY = ['siste-oppslag'] as const;
type SisteOppslag = { oppslagId: string; request: OppslagRequest };

/** `/api/oppslag/<id>` answers only what was found; every other outcome is an `ApiFeil`. */
export type OppslagFunnet = Extract<OppslagResult, { utfall: 'funnet' }>;

export const createOppslagOptions = () =>
  mutationOptions({
    mutationKey: ['oppslag', 'create'],
    mutationFn: (request: OppslagRequest) => postJson<OppslagResult>('/api/oppslag', request),
  });

/** The register's ladder of searches, climbed on the server: one act. */
export const createSoeketrappOptions = () =>
  mutationOptions({
    mutationKey: ['oppslag', 'soeketrapp'],
    mutationFn: (request: OppslagRequest) => postJson<OppslagResult>('/api/oppslag/soeketrapp', request),
  });

/** Keyed by the act, never by the person. */
export const readOppslagOptions = (oppslagId: string) =>
  queryOptions({
    queryKey: ['oppslag', oppslagId],
    queryFn: () => postJson<OppslagFunnet>(`/api/oppslag/${encodeURIComponent(oppslagId)}`),
  });

/** The user's own oppslag of the last half hour, the newest first. Asked for each time the list comes on the screen. */
export const listMineOptions = () =>
  queryOptions({
    queryKey: ['mine-oppslag'],
    queryFn: () => postJson<MittOppslag[]>('/api/oppslag/mine'),
  });

/** Keeps what was asked for, so that "Hent på nytt" can ask again. One slot, in memory only, gone with the page. */
export function keepRequest(client: QueryClient, siste: SisteOppslag): void {
  client.setQueryDefaults(SISTE_KEY, { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData<SisteOppslag>(SISTE_KEY, siste);
}

/** The request behind an oppslag made in this window, null after a reload. */
export function findRequest(client: QueryClient, oppslagId: string): OppslagRequest | null {
  const siste = client.getQueryData<SisteOppslag>(SISTE_KEY);
  return siste?.oppslagId === oppslagId ? siste.request : null;
}
