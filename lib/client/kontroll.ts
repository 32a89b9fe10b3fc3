/** The browser's side of kontroll. Reading a case is an act of its own, so each is asked for once and never again by itself. */
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { postJson, sendRequest } from '#lib/client/api.ts';
import { VENTER_ENDRES } from '#lib/client/venter.ts';
import type { Enhetskontroll } from '#lib/domain/kontroll/bekreftelse.ts';
import type { Forklaringssak, Kontrollstatistikk, Sak, Saksliste } from '#lib/domain/kontroll/sak.ts';
import type {
  BekreftelseRequest,
  SakslisteRequest,
  SpoersmaalRequest,
  VurderingRequest,
} from '#lib/domain/kontroll/sak-request.ts';

export type Saksfilter = Omit<SakslisteRequest, 'etter'>;

const stiTil = (sakId: string, del = ''): string => `/api/kontroll/${encodeURIComponent(sakId)}${del}`;

export const listSakerOptions = (filter: Saksfilter) =>
  infiniteQueryOptions({
    queryKey: ['kontroll', 'liste', filter],
    queryFn: ({ pageParam }) =>
      postJson<Saksliste>('/api/kontroll/liste', { ...filter, etter: pageParam || null }),
    initialPageParam: '',
    getNextPageParam: (side) => side.neste,
    // A case that was concluded a moment ago is not to stand among the open ones.
    staleTime: 0,
  });

export const openSakOptions = (sakId: string) =>
  queryOptions({ queryKey: ['kontroll', 'sak', sakId], queryFn: () => postJson<Sak>(stiTil(sakId)) });

/** What a reviewer decides, each with what the route takes. */
export type Saksavgjoerelse =
  | ({ slag: 'vurdering' } & VurderingRequest)
  | ({ slag: 'forklaring' } & SpoersmaalRequest);

export const decideSakOptions = (sakId: string) =>
  mutationOptions({
    mutationFn: ({ slag, ...body }: Saksavgjoerelse) => postJson<Sak>(stiTil(sakId, `/${slag}`), body),
    meta: VENTER_ENDRES,
  });

/** What waits for the leder of a unit. Reading it is an act too. */
export const listEnhetssakerOptions = queryOptions({
  queryKey: ['kontroll', 'enhet'],
  queryFn: () => postJson<Enhetskontroll>('/api/kontroll/enhet'),
});

/** The answer gives the list as it is then, so that it is not read once more. */
export const bekreftOptions = mutationOptions({
  mutationFn: ({ sakId, ...body }: BekreftelseRequest & { sakId: string }) =>
    postJson<Enhetskontroll>(`/api/kontroll/enhet/${encodeURIComponent(sakId)}`, body),
  meta: VENTER_ENDRES,
});

export const readStatistikkOptions = queryOptions({
  queryKey: ['kontroll', 'statistikk'],
  queryFn: () => postJson<Kontrollstatistikk>('/api/kontroll/statistikk'),
  staleTime: 0,
});

const forklaringTil = (sakId: string): string => `/api/forklaring/${encodeURIComponent(sakId)}`;

export const openForklaringOptions = (sakId: string) =>
  queryOptions({
    queryKey: ['forklaring', sakId],
    queryFn: () => postJson<Forklaringssak>(forklaringTil(sakId)),
  });

export const answerForklaringOptions = (sakId: string) =>
  mutationOptions({
    mutationFn: async (svar: string): Promise<Forklaringssak> =>
      (await sendRequest('PUT', forklaringTil(sakId), { svar })).json(),
  });
