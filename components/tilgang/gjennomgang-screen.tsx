'use client';
/** Rounds: who still has what, answered for a right at a time, and the start of a new one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Runde } from '#components/tilgang/runde.tsx';
import { StartGjennomgang } from '#components/tilgang/start-gjennomgang.tsx';
import { Svarboks } from '#components/tilgang/svarboks.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import {
  changeGjennomgangOptions,
  type Gjennomgangshandling,
  listGjennomgangerOptions,
} from '#lib/client/tilgang.ts';

export function GjennomgangScreen({ kanStarte }: { kanStarte: boolean }) {
  const t = useTranslations('tilgang.gjennomgang');
  const client = useQueryClient();
  const liste = useQuery(listGjennomgangerOptions);
  const [startet, setStartet] = useState(false);
  const endring = useMutation({
    ...changeGjennomgangOptions,
    onMutate: () => setStartet(false),
    onSuccess: (ny, { slag }) => {
      client.setQueryData(listGjennomgangerOptions.queryKey, ny);
      setStartet(slag === 'start');
    },
  });
  const onHandling = (handling: Gjennomgangshandling) => {
    if (!endring.isPending) endring.mutate(handling);
  };
  const { data } = liste;
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      {endring.isError && (
        <Feilutfall error={endring.error} onRetry={() => endring.mutate(endring.variables)} />
      )}
      {startet && <Svarboks tekst={t('startet')} />}
      {liste.isPending && <Skeleton label={t('henter')} lines={6} />}
      {liste.isError && <Feilutfall error={liste.error} onRetry={() => void liste.refetch()} />}
      {data?.gjennomganger.length === 0 && <p>{t('ingen')}</p>}
      {data?.gjennomganger.map((runde) => (
        <Runde key={runde.gjennomgangId} runde={runde} pending={endring.isPending} onHandling={onHandling} />
      ))}
      {data && kanStarte && (
        <StartGjennomgang
          key={data.gjennomganger.length}
          enheter={data.enheter}
          pending={endring.isPending}
          onHandling={onHandling}
        />
      )}
    </div>
  );
}
