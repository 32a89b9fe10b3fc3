/** The user's templates: ordered again as they are or changed first, by hand or at intervals until a date. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { ProevIgjenButton } from '#components/shell/utfall.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { PlanForm } from '#components/uttrekk/liste/plan-form.tsx';
import { SlettMal } from '#components/uttrekk/liste/slett-mal.tsx';
import { handleMalOptions, listMalerOptions, type Malhandling } from '#lib/client/uttrekk.ts';
import type { Maler as Malliste } from '#lib/domain/uttrekk/uttrekksmal.ts';

type Mal = Malliste['maler'][number];

const MALER = 'maler';

export function Maler() {
  const t = useTranslations('uttrekk.maler');
  const client = useQueryClient();
  const maler = useQuery(listMalerOptions());
  const handling = useMutation({
    ...handleMalOptions(),
    onSuccess: (svar, { slag, malId }) => {
      client.setQueryData(listMalerOptions().queryKey, svar);
      // The button that was pressed is gone, and the row with it where the template was deleted.
      document.getElementById(slag === 'slett' ? MALER : malId)?.focus();
    },
  });
  const onHandling = (en: Malhandling) => {
    if (!handling.isPending) handling.mutate(en);
  };
  return (
    <section aria-labelledby={MALER} className="max-w-3xl">
      <h2 id={MALER} tabIndex={-1} className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p className="mb-2 text-neutral-text-subtle">{t('forklaring')}</p>
      {maler.isPending && <Skeleton label={t('henter')} lines={2} />}
      {maler.isError && (
        <div role="alert">
          <p>{t('feilet')}</p>
          <ProevIgjenButton onRetry={() => void maler.refetch()} />
        </div>
      )}
      {maler.data?.maler.length === 0 && <p>{t('ingen')}</p>}
      {handling.isError && <Handlingsfeil error={handling.error} />}
      <ul className="divide-y divide-neutral-border-subtle">
        {maler.data?.maler.map((mal) => (
          <Malrad key={mal.malId} mal={mal} onHandling={onHandling} pending={handling.isPending} />
        ))}
      </ul>
    </section>
  );
}

type MalradProps = { mal: Mal; onHandling: (handling: Malhandling) => void; pending: boolean };

function Malrad({ mal: { malId, bestilling, plan }, onHandling, pending }: MalradProps) {
  const t = useTranslations('uttrekk.maler');
  const { showTidspunkt, showDatoITabell } = useFormat();
  return (
    <li id={malId} tabIndex={-1} className="py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="min-w-0 grow font-medium break-words">{bestilling.navn}</span>
        <NextLink
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          href={{ pathname: '/uttrekk/ny', query: { mal: malId } }}
        >
          {t('bruk')}
          <span className="ds-sr-only">{bestilling.navn}</span>
        </NextLink>
        <SlettMal navn={bestilling.navn} onSlett={() => onHandling({ slag: 'slett', malId })} />
      </div>
      {plan ? (
        <p className="flex flex-wrap items-center gap-3">
          {t('plan', {
            intervall: t(`intervall.${plan.intervall}`),
            neste: showTidspunkt(plan.neste),
            slutter: showDatoITabell(plan.slutter),
          })}
          <button
            type="button"
            className="ds-button ds-button--inline"
            data-variant="tertiary"
            data-size="sm"
            onClick={() => onHandling({ slag: 'stans', malId })}
          >
            {t('stans')}
          </button>
        </p>
      ) : (
        <Disclosure summary={t('planlegg')}>
          <PlanForm pending={pending} onLagre={(ny) => onHandling({ slag: 'plan', malId, plan: ny })} />
        </Disclosure>
      )}
    </li>
  );
}
