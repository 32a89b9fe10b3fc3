'use client';
/**
 * Innsyn for the personvernombud: the search, and the letter that comes of it in the language of whom it is for. Rule: what
 * is on the screen is what is on the paper, and it is kept nowhere: left, it must be asked for again.
 */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { InnsynForm } from '#components/innsyn/innsyn-form.tsx';
import { type Brevtekster, Innsynssvaret } from '#components/innsyn/innsynssvaret.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { PrintingProvider } from '#components/ui/printing.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { createInnsynOptions } from '#lib/client/innsyn.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';
import type { Spraak } from '#lib/domain/spraak/spraak.ts';

export function InnsynScreen({ brevtekster }: { brevtekster: Record<Spraak, Brevtekster> }) {
  const t = useTranslations('innsyn');
  const [svar, setSvar] = useState<Innsynssvar | null>(null);
  const innsyn = useMutation({ ...createInnsynOptions(), onMutate: () => setSvar(null), onSuccess: setSvar });
  const { variables: krav } = innsyn;
  return (
    <PrintingProvider>
      <InnsynForm pending={innsyn.isPending} onAsk={(nytt) => innsyn.mutate(nytt)} />
      <div className="mt-6 print:mt-0">
        {innsyn.isPending && <Skeleton label={t('leter')} lines={8} />}
        {innsyn.isError && krav && (
          <div className="max-w-3xl">
            <Feilutfall error={innsyn.error} onRetry={() => innsyn.mutate(krav)} />
          </div>
        )}
        {svar && krav && (
          <Innsynssvaret svar={svar} numre={krav.numre} brevtekster={brevtekster} onVedtak={setSvar} />
        )}
      </div>
    </PrintingProvider>
  );
}
