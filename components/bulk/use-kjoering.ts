/** The state of a run as React sees it; null before there is one. */
import { useSyncExternalStore } from 'react';
import type { Bulkkjoering, Kjoeringstilstand } from '#lib/client/bulk-kjoering.ts';

const subscribeToNothing = () => () => undefined;

export function useKjoering(kjoering: Bulkkjoering | null): Kjoeringstilstand | null {
  return useSyncExternalStore(
    kjoering?.subscribe ?? subscribeToNothing,
    () => kjoering?.getTilstand() ?? null,
    () => null,
  );
}
