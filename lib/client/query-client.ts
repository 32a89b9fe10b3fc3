/**
 * The query cache of the browser. Rules: nothing is asked twice on its own (an oppslag costs a row in the
 * revisjonslogg), nothing about a person outlives its screen (`gcTime: 0`; but see `minne.ts`), and the first 401 leaves
 * the page, unless the request says that what is on it stays (`meta.beholdSiden`).
 */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFeil } from '#lib/client/api.ts';
import { VENTER_NOEKKEL } from '#lib/client/venter.ts';

/** Why the user meets the sign-in page; each has a text: `loggInn.aarsak.<aarsak>`. */
export const AARSAKER = ['utloept', 'logget-ut'] as const;
export type Aarsak = (typeof AARSAKER)[number];

/** A hard navigation, so that neither the router cache nor the heap keeps a person. Asks nobody: the session is over. */
export function leaveTo(client: QueryClient, url: string): void {
  window.onbeforeunload = null;
  client.clear();
  window.location.replace(url);
}

export function leaveToSignIn(client: QueryClient, aarsak: Aarsak): void {
  leaveTo(client, `/logg-inn?aarsak=${aarsak}`);
}

export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiFeil && error.kode === 'IKKE_INNLOGGET') leaveToSignIn(client, 'utloept');
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onSuccess: (_answer, _variables, _result, mutation) => {
        if (mutation.meta?.venterEndres) void client.invalidateQueries({ queryKey: VENTER_NOEKKEL });
      },
      onError: (error, _variables, _result, mutation) => {
        if (!mutation.meta?.beholdSiden) onError(error);
      },
    }),
    defaultOptions: {
      queries: {
        gcTime: 0,
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A request that fails at once says so; one that waits for the network would look like a slow register.
        networkMode: 'always',
      },
      mutations: { gcTime: 0, retry: false, networkMode: 'always' },
    },
  });
  return client;
}
