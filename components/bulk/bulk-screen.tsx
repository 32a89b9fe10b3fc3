'use client';
/**
 * Many numbers: brought, judged, confirmed, fetched. Rules: nothing is sent before the user has seen what and why, one
 * list is one act, and what has come stays until she leaves it.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { BulkBekreft } from '#components/bulk/bulk-bekreft.tsx';
import { BulkFramdrift } from '#components/bulk/bulk-framdrift.tsx';
import { BulkInn } from '#components/bulk/bulk-inn.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { sendBulkdel } from '#lib/client/bulk.ts';
import { createBulkkjoering } from '#lib/client/bulk-kjoering.ts';
import { type Bulkliste, findBulkliste, keepBulkliste } from '#lib/client/bulkliste.ts';
import { listNumre } from '#lib/domain/bulk/liste.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

// Not before there is a list to show.
const BulkRader = lazy(async () => ({
  default: (await import('#components/bulk/bulk-rader.tsx')).BulkRader,
}));

type BulkScreenProps = { kontekst: Kontekst; children: ReactNode };

/** `children` is what stands beside the form and the confirmation: purpose and case number. */
export function BulkScreen({ kontekst, children }: BulkScreenProps) {
  const t = useTranslations('bulk');
  const client = useQueryClient();
  const hydrated = useHydrated();
  const [liste, setListe] = useState(() => findBulkliste(client));
  const change = (ny: Bulkliste | null) => {
    keepBulkliste(client, ny);
    setListe(ny);
  };
  const start = (rader: Bulkliste['rader']) => {
    const kjoering = createBulkkjoering({
      numre: listNumre(rader),
      kontekst,
      send: (request) => sendBulkdel(client, request),
      naa: () => performance.now(),
    });
    change({ rader, kjoering });
    kjoering.start();
  };
  // The server has no list: until the browser's is known, the empty form stands.
  if (liste === null || !hydrated)
    return (
      <Todelt side={children}>
        <BulkInn onListe={(rader) => change({ rader, kjoering: null })} />
      </Todelt>
    );
  const { rader, kjoering } = liste;
  return (
    <div className="flex flex-col gap-6">
      {kjoering === null ? (
        <Todelt side={children}>
          <BulkBekreft rader={rader} onStart={() => start(rader)} onNyListe={() => change(null)} />
        </Todelt>
      ) : (
        <BulkFramdrift kjoering={kjoering} onNyListe={() => change(null)} />
      )}
      <Suspense fallback={<Skeleton label={t('gjoerKlar')} lines={8} />}>
        <BulkRader rader={rader} kjoering={kjoering} kontekst={kontekst} />
      </Suspense>
    </div>
  );
}

function Todelt({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,54rem)_minmax(16rem,24rem)]">
      {children}
      <aside className="min-w-0 lg:border-l lg:border-neutral-border-subtle lg:pl-8">{side}</aside>
    </div>
  );
}
