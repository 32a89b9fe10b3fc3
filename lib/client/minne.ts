/**
 * What a screen keeps while the user is at another: a hit list while she looks at one of the hits, a bulk while it runs.
 * In memory only, one slot for each name, gone with the page, with sign-out and with the session (`client.clear`).
 */
import type { QueryClient } from '@tanstack/react-query';

const MINNE_KEY = 'minne';

/** One named slot for values of one type. */
export type Minne<T> = {
  find(client: QueryClient): T | null;
  keep(client: QueryClient, verdi: T | null): void;
};

export function createMinne<T>(navn: string): Minne<T> {
  const key = [MINNE_KEY, navn] as const;
  return {
    find: (client) => client.getQueryData<{ verdi: T | null }>(key)?.verdi ?? null,
    keep(client, verdi) {
      // Kept as it is: what lies here may have a life of its own.
      client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false });
      client.setQueryData(key, { verdi });
    },
  };
}
