'use client';
/** The revisjonslogg for its readers: filter on user, person and time, newest first. Reading it is logged too. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FILTERFELT, type Filterfelt, parseFilter, TOMT_FILTER } from '#components/revisjonslogg/filter.ts';
import { RevisjonsloggTabell } from '#components/revisjonslogg/revisjonslogg-tabell.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { listRevisjonsloggOptions } from '#lib/client/revisjonslogg.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

export function RevisjonsloggScreen() {
  const [lesning, setLesning] = useState<{ filter: RevisjonsloggFilter; nummer: number }>({
    filter: {},
    nummer: 0,
  });
  return (
    <>
      <RevisjonsloggSoek onRead={(filter) => setLesning({ filter, nummer: lesning.nummer + 1 })} />
      <RevisjonsloggRader key={lesning.nummer} filter={lesning.filter} lesning={lesning.nummer} />
    </>
  );
}

function RevisjonsloggSoek({ onRead }: { onRead: (filter: RevisjonsloggFilter) => void }) {
  const t = useTranslations('revisjonslogg');
  const [naa] = useState(() => new Date());
  const [utfylt, setUtfylt] = useState(TOMT_FILTER);
  const [attempt, setAttempt] = useState(0);
  const { filter, feil } = parseFilter(utfylt, naa);
  const vist: Filterfelt[] = attempt > 0 ? feil : [];
  const onSubmit = () => {
    setAttempt(attempt + 1);
    if (feil.length === 0) onRead(filter);
  };
  return (
    <Form onSubmit={onSubmit} className="mb-6 flex max-w-6xl flex-col gap-3">
      <p className="text-sm text-neutral-text-subtle">{t('filterForklaring')}</p>
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {FILTERFELT.map((felt) => (
          <TextField
            key={felt}
            id={felt}
            label={t(`filter.${felt}`)}
            maxLength={200}
            value={utfylt[felt]}
            error={vist.includes(felt) ? t(`filterfeil.${felt}`) : null}
            onChange={(event) => setUtfylt({ ...utfylt, [felt]: event.target.value })}
          />
        ))}
      </div>
      {vist.length > 0 && (
        <ErrorSummary
          key={attempt}
          title={t('filterfeil.tittel')}
          errors={vist.map((felt) => ({ fieldId: felt, text: t(`filterfeil.${felt}`) }))}
        />
      )}
      <button type="submit" className="ds-button">
        {t('vis')}
      </button>
    </Form>
  );
}

type RevisjonsloggRaderProps = { filter: RevisjonsloggFilter; lesning: number };

function RevisjonsloggRader({ filter, lesning }: RevisjonsloggRaderProps) {
  const t = useTranslations('revisjonslogg');
  const logg = useInfiniteQuery(listRevisjonsloggOptions(filter, lesning));
  if (logg.isPending) return <Skeleton label={t('henter')} lines={8} />;
  const rader = (logg.data?.pages ?? []).flatMap((side) => side.rader);
  return (
    <>
      {rader.length > 0 && <RevisjonsloggTabell rader={rader} />}
      {logg.isSuccess && rader.length === 0 && <p role="status">{t('ingenRader')}</p>}
      {logg.isError && (
        <div className="mt-4 max-w-3xl">
          <Feilutfall
            error={logg.error}
            onRetry={() => void (rader.length > 0 ? logg.fetchNextPage() : logg.refetch())}
          />
        </div>
      )}
      {logg.hasNextPage && !logg.isError && (
        <button
          type="button"
          className="ds-button mt-4"
          data-variant="secondary"
          aria-busy={logg.isFetchingNextPage}
          onClick={() => {
            if (!logg.isFetchingNextPage) void logg.fetchNextPage();
          }}
        >
          {t('visFlere')}
        </button>
      )}
    </>
  );
}
