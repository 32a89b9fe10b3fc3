/**
 * The browser's side of uttrekk: one function for each thing that can be asked. Rule: nothing is asked twice on its own
 * but what only reads, and what only reads is marked so that it keeps no session alive (`meta.passiv`).
 */
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { postJson, sendRequest } from '#lib/client/api.ts';
import { VENTER_ENDRES } from '#lib/client/venter.ts';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';
import type { Bestillingssvar, Forhaandskontroll } from '#lib/domain/uttrekk/forhaandskontroll.ts';
import type { NedlastingRequest, Nedlastingsgrant } from '#lib/domain/uttrekk/nedlasting.ts';
import type { Oppdatering } from '#lib/domain/uttrekk/oppdatering.ts';
import { I_ARBEID } from '#lib/domain/uttrekk/tilstand.ts';
import type {
  Mottakere,
  Sammenligninger,
  Uttrekksliste,
  Uttrekksrad,
  Uttrekksside,
} from '#lib/domain/uttrekk/uttrekk.ts';
import type {
  AvklaringRequest,
  BestillRequest,
  GodkjenningRequest,
  UtkastRequest,
} from '#lib/domain/uttrekk/uttrekk-request.ts';
import type { Intervall, Maler } from '#lib/domain/uttrekk/uttrekksmal.ts';

const stiTil = (uttrekkId: string, del = ''): string => `/api/uttrekk/${encodeURIComponent(uttrekkId)}${del}`;

async function putJson<T>(path: string, body: unknown): Promise<T> {
  return (await sendRequest('PUT', path, body)).json();
}

/** How often the list is asked for while something in it moves, in milliseconds. */
const LISTE_MS = 5_000;
/** A comparison is begun at once and takes seconds. */
const SAMMENLIGNING_MS = 1_000;

/** Whether an uttrekk is under way, or waits for somebody. */
export const isLevende = ({ tilstand }: Uttrekksrad): boolean =>
  I_ARBEID.includes(tilstand) || tilstand === 'venterPaaGodkjenning' || tilstand === 'ukjent';

/** The user's own, those shared with her, and those that wait for her approval: again while something moves. */
export const listUttrekkOptions = () =>
  queryOptions({
    queryKey: ['uttrekk', 'liste'],
    queryFn: () => postJson<Uttrekksliste>('/api/uttrekk/liste'),
    // What was seen before may be of an hour ago.
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data && [...state.data.egne, ...state.data.delte].some(isLevende) ? LISTE_MS : false,
    meta: { passiv: true },
  });

export const readUttrekk = (uttrekkId: string) => postJson<Uttrekksside>(stiTil(uttrekkId));

/** Read once, for those who do not follow it. */
export const readUttrekkOptions = (uttrekkId: string) =>
  queryOptions({ queryKey: ['uttrekk', uttrekkId], queryFn: () => readUttrekk(uttrekkId) });

export const readKontrollOptions = (uttrekkId: string, avtrykk: string) =>
  queryOptions({
    queryKey: ['uttrekk', uttrekkId, 'kontroll', avtrykk],
    queryFn: () => postJson<Forhaandskontroll>(stiTil(uttrekkId, '/kontroll')),
  });

/** Keeps the order as a draft: a new one by its key, or in the place of the one that was seen. */
export type UtkastLagring = UtkastRequest & { erstatter: { uttrekkId: string; avtrykk: string } | null };

export const saveUtkastOptions = () =>
  mutationOptions({
    mutationFn: ({ erstatter, klientnoekkel, bestilling }: UtkastLagring) =>
      erstatter === null
        ? postJson<Uttrekksside>('/api/uttrekk', { klientnoekkel, bestilling })
        : putJson<Uttrekksside>(stiTil(erstatter.uttrekkId), { avtrykk: erstatter.avtrykk, bestilling }),
  });

export const bestillOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: (request: BestillRequest) =>
      postJson<Bestillingssvar>(stiTil(uttrekkId, '/bestilling'), request),
  });

/** What a user does with an uttrekk that is there, each with what the route takes. */
export type Uttrekkshandling =
  | ({ slag: 'godkjenning' } & GodkjenningRequest)
  | { slag: 'oenske'; oenske: 'kjoer' | 'pause' | 'avbryt' }
  | ({ slag: 'avklaring' } & AvklaringRequest)
  | { slag: 'deling'; brukerIder: string[] }
  | { slag: 'sletting' };

/** The page after the act; null where it is no longer the user's to see. */
async function sendHandling(uttrekkId: string, handling: Uttrekkshandling): Promise<Uttrekksside | null> {
  const { slag, ...body } = handling;
  if (slag === 'godkjenning') {
    await sendRequest('POST', stiTil(uttrekkId, '/godkjenning'), body);
    return null;
  }
  if (slag === 'sletting') return (await sendRequest('DELETE', stiTil(uttrekkId, '/filer'))).json();
  const sti = stiTil(uttrekkId, `/${slag}`);
  return slag === 'oenske' || slag === 'deling' ? putJson(sti, body) : postJson(sti, body);
}

export const handleUttrekkOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: (handling: Uttrekkshandling) => sendHandling(uttrekkId, handling),
    meta: VENTER_ENDRES,
  });

/** A new draft of the same order. */
export const createPaaNyttOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: (klientnoekkel: string) =>
      postJson<Uttrekksside>(stiTil(uttrekkId, '/paa-nytt'), { klientnoekkel }),
  });

/** The right to one download, which the browser then fetches as any file; of a zip also its password. */
export const createNedlastingOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: ({ filId, form }: NedlastingRequest & { filId: string }) =>
      postJson<Nedlastingsgrant>(stiTil(uttrekkId, `/filer/${encodeURIComponent(filId)}/nedlasting`), {
        form,
      }),
  });

export const listMottakereOptions = (soek: string) =>
  queryOptions({
    queryKey: ['uttrekk', 'mottakere', soek],
    queryFn: () => postJson<Mottakere>('/api/uttrekk/mottakere', { soek }),
    enabled: soek.length >= 2,
  });

/** Comparisons with earlier runs; `venter` while a worker counts. */
export const readSammenligningerOptions = (uttrekkId: string) =>
  queryOptions({
    queryKey: ['uttrekk', uttrekkId, 'sammenligning'],
    queryFn: () => postJson<Sammenligninger>(stiTil(uttrekkId, '/sammenligning'), { medId: null }),
    refetchInterval: ({ state }) =>
      state.data?.sammenligninger.some(({ tilstand }) => tilstand === 'venter') ? SAMMENLIGNING_MS : false,
    meta: { passiv: true },
  });

export const startSammenligningOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: (medId: string) => postJson<Sammenligninger>(stiTil(uttrekkId, '/sammenligning'), { medId }),
  });

/** The worker asks the register at once, and then reads each minute. */
const [START_MS, OPPDATERING_MS] = [1_000, 30_000];

/** Whether it is held up to date, and what that has given: again while it is. */
export const readOppdateringOptions = (uttrekkId: string) =>
  queryOptions({
    queryKey: ['uttrekk', uttrekkId, 'oppdatering'],
    queryFn: () => postJson<Oppdatering>(stiTil(uttrekkId, '/oppdatering')),
    refetchInterval: ({ state }) => {
      const tilstand = state.data?.holdt?.tilstand;
      if (tilstand === undefined || tilstand === 'forGammel') return false;
      return tilstand === 'starter' ? START_MS : OPPDATERING_MS;
    },
    meta: { passiv: true },
  });

export const setOppdateringOptions = (uttrekkId: string) =>
  mutationOptions({
    mutationFn: (holdes: boolean) => putJson<Oppdatering>(stiTil(uttrekkId, '/oppdatering'), { holdes }),
  });

export const listMalerOptions = () =>
  queryOptions({
    queryKey: ['uttrekk', 'maler'],
    queryFn: () => postJson<Maler>('/api/uttrekk/maler/liste'),
  });

export const createMalOptions = () =>
  mutationOptions({
    mutationFn: (bestilling: Bestilling) => postJson<Maler>('/api/uttrekk/maler', { bestilling }),
  });

/** A template is removed, or ordered again at intervals, or no longer. */
export type Malhandling =
  | { slag: 'slett'; malId: string }
  | { slag: 'stans'; malId: string }
  | { slag: 'plan'; malId: string; plan: { intervall: Intervall; starter: string; slutter: string } };

export const handleMalOptions = () =>
  mutationOptions({
    mutationFn: async (handling: Malhandling): Promise<Maler> => {
      const sti = `/api/uttrekk/maler/${encodeURIComponent(handling.malId)}`;
      if (handling.slag === 'plan') return putJson(`${sti}/plan`, handling.plan);
      return (await sendRequest('DELETE', handling.slag === 'stans' ? `${sti}/plan` : sti)).json();
    },
  });
