/** The browser's side of access: one function for each thing that can be asked. */
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { postJson, sendRequest } from '#lib/client/api.ts';
import { VENTER_ENDRES } from '#lib/client/venter.ts';
import type { Brukerliste, Brukerside, Enhetsliste, Tilgangssvar } from '#lib/domain/tilgang/bruker.ts';
import type { Gjennomganger, StartRequest, SvarRequest } from '#lib/domain/tilgang/gjennomgang.ts';
import type {
  BekreftelseRequest,
  BrukerlisteRequest,
  Enhetsendring,
  Tilgangsendring,
} from '#lib/domain/tilgang/tilgang-request.ts';
import type { VisSom, VisSomRequest } from '#lib/domain/tilgang/vis-som.ts';

const stiTil = (brukerId: string, del = ''): string =>
  `/api/tilgang/brukere/${encodeURIComponent(brukerId)}${del}`;

async function putJson<T>(path: string, body: unknown): Promise<T> {
  return (await sendRequest('PUT', path, body)).json();
}

/** `lesning` is a number that the screen raises when the reader asks again with the same filter. */
export const listBrukereOptions = (filter: BrukerlisteRequest, lesning: number) =>
  queryOptions({
    queryKey: ['tilgang', 'brukere', filter, lesning],
    queryFn: () => postJson<Brukerliste>('/api/tilgang/brukere', filter),
    // Rights change behind the screen: what was seen before may be of an hour ago.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const readBrukerOptions = (brukerId: string) =>
  queryOptions({
    queryKey: ['tilgang', 'bruker', brukerId],
    queryFn: () => postJson<Brukerside>(stiTil(brukerId)),
    staleTime: 0,
  });

/** What can be done with a user's access: the administrator's changes, and the second pair of eyes. */
export type Brukerhandling = Tilgangsendring | ({ slag: 'bekreft' } & BekreftelseRequest);

export const changeBrukerOptions = (brukerId: string) =>
  mutationOptions({
    mutationFn: (handling: Brukerhandling) => {
      if (handling.slag !== 'bekreft') return putJson<Tilgangssvar>(stiTil(brukerId), handling);
      const { slag: _, ...body } = handling;
      return postJson<Tilgangssvar>(stiTil(brukerId, '/bekreftelse'), body);
    },
    meta: VENTER_ENDRES,
  });

export const listEnheterOptions = queryOptions({
  queryKey: ['tilgang', 'enheter'],
  queryFn: () => postJson<Enhetsliste>('/api/tilgang/enheter'),
  staleTime: 0,
});

export const changeEnhetOptions = mutationOptions({
  mutationFn: (endring: Enhetsendring) => putJson<Enhetsliste>('/api/tilgang/enheter', endring),
});

/** Each showing is an act of its own: asked when the user asks. */
export const showSomOptions = mutationOptions({
  mutationFn: (request: VisSomRequest) => postJson<VisSom>('/api/tilgang/vis-som', request),
});

export const listGjennomgangerOptions = queryOptions({
  queryKey: ['tilgang', 'gjennomganger'],
  queryFn: () => postJson<Gjennomganger>('/api/tilgang/gjennomganger'),
  staleTime: 0,
});

/** A round is started, or a right in one is answered for. */
export type Gjennomgangshandling =
  | ({ slag: 'start' } & StartRequest)
  | ({ slag: 'svar'; gjennomgangId: string } & SvarRequest);

export const changeGjennomgangOptions = mutationOptions({
  mutationFn: (handling: Gjennomgangshandling) => {
    if (handling.slag === 'start') {
      const { enhet, frist } = handling;
      return postJson<Gjennomganger>('/api/tilgang/gjennomganger/start', { enhet, frist });
    }
    const { gjennomgangId, brukerId, rettighet, svar } = handling;
    const sti = `/api/tilgang/gjennomganger/${encodeURIComponent(gjennomgangId)}`;
    return putJson<Gjennomganger>(sti, { brukerId, rettighet, svar });
  },
  meta: VENTER_ENDRES,
});
