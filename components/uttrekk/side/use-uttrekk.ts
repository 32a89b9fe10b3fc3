/** One uttrekk as React sees it, followed for as long as it is on the screen. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { leaveToSignIn } from '#lib/client/query-client.ts';
import { readUttrekk } from '#lib/client/uttrekk.ts';
import { createUttrekksstroem, openStroem, type Uttrekksstroem } from '#lib/client/uttrekksstroem.ts';

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

export function useUttrekk(uttrekkId: string): Uttrekksstroem & ReturnType<Uttrekksstroem['getTilstand']> {
  const client = useQueryClient();
  const [stroem] = useState(() =>
    createUttrekksstroem({
      read: () => readUttrekk(uttrekkId),
      open: (lyttere) => openStroem(uttrekkId, lyttere),
      after,
      naa: () => Date.now(),
    }),
  );
  const tilstand = useSyncExternalStore(stroem.subscribe, stroem.getTilstand, stroem.getTilstand);
  const erUtlogget = tilstand.feil?.kode === 'IKKE_INNLOGGET';
  // Effects, since the network and the address are outside React.
  useEffect(() => stroem.start(), [stroem]);
  useEffect(() => {
    // Where nothing moves by itself: what she has done since she looked last, a download or something in another tab.
    const comeBack = () => {
      if (document.visibilityState === 'visible') stroem.retry();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [stroem]);
  useEffect(() => {
    if (erUtlogget) leaveToSignIn(client, 'utloept');
  }, [erUtlogget, client]);
  return { ...stroem, ...tilstand };
}
