'use client';
/**
 * The order form. Rules: nothing is ordered here – what is sent is kept as a draft, which its own page checks; what is
 * typed and not yet sent is kept in memory while the user is at another screen.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import type { Byggervalg } from '#components/uttrekk/bygger/byggervalg.ts';
import { feltIdOf } from '#components/uttrekk/bygger/feltprops.ts';
import { HvaFelter } from '#components/uttrekk/bygger/hva-felter.tsx';
import { HvemFelter } from '#components/uttrekk/bygger/hvem-felter.tsx';
import { HvorforFelter } from '#components/uttrekk/bygger/hvorfor-felter.tsx';
import { SetningPanel } from '#components/uttrekk/bygger/setning-panel.tsx';
import { type Skjema, toBestilling } from '#components/uttrekk/bygger/skjema.ts';
import { findSkjemafeil } from '#components/uttrekk/bygger/skjemafeil.ts';
import { Handlingsfeil } from '#components/uttrekk/handlingsfeil.tsx';
import { createMinne } from '#lib/client/minne.ts';
import { saveUtkastOptions, type UtkastLagring } from '#lib/client/uttrekk.ts';

/** What is typed in a new order, until it is sent. */
export const skjemaminne = createMinne<Skjema>('uttrekksskjema');

type BestillingSkjemaProps = {
  valg: Byggervalg;
  start: Skjema;
  /** The draft that is changed; null for a new one. */
  erstatter: UtkastLagring['erstatter'];
};

export function BestillingSkjema({ valg, start, erstatter }: BestillingSkjemaProps) {
  const t = useTranslations('uttrekk');
  const client = useQueryClient();
  const router = useRouter();
  const [skjema, setSkjema] = useState(start);
  const [klientnoekkel] = useState(() => crypto.randomUUID());
  const [naa] = useState(() => new Date());
  const [forsoek, setForsoek] = useState(0);
  const grunnlag = { formaal: valg.formaal, naa };
  const feil = findSkjemafeil(skjema, grunnlag).map((en) => ({ ...en, tekst: t(`skjemafeil.${en.feil}`) }));
  const lagre = useMutation({
    ...saveUtkastOptions(),
    onSuccess: ({ uttrekkId }) => {
      skjemaminne.keep(client, null);
      router.push(`/uttrekk/${uttrekkId}`);
    },
  });
  const change = (endring: Partial<Skjema>) => {
    const ny = { ...skjema, ...endring };
    setSkjema(ny);
    if (erstatter === null) skjemaminne.keep(client, ny);
  };
  const onSubmit = () => {
    setForsoek(forsoek + 1);
    const bestilling = toBestilling(skjema, grunnlag);
    if (bestilling !== null && !lagre.isPending) lagre.mutate({ klientnoekkel, bestilling, erstatter });
  };
  const props = {
    skjema,
    valg,
    onChange: change,
    feil: forsoek === 0 ? {} : Object.fromEntries(feil.map(({ felt, tekst }) => [felt, tekst])),
  };
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,54rem)_minmax(16rem,24rem)]">
      <Form onSubmit={onSubmit} className="flex min-w-0 flex-col gap-8">
        <HvorforFelter {...props} />
        <HvemFelter {...props} />
        <HvaFelter {...props} />
        {forsoek > 0 && feil.length > 0 && (
          <ErrorSummary
            key={forsoek}
            title={t('bygger.feiltittel')}
            errors={feil.map(({ felt, tekst }) => ({ fieldId: feltIdOf(felt), text: tekst }))}
          />
        )}
        <button type="submit" className="ds-button self-start" aria-busy={lagre.isPending}>
          {t('bygger.kontroller')}
        </button>
        {lagre.isError && <Handlingsfeil error={lagre.error} />}
      </Form>
      <aside className="min-w-0 lg:border-l lg:border-neutral-border-subtle lg:pl-8">
        <div className="tall:sticky tall:top-4">
          <SetningPanel skjema={skjema} valg={valg} naa={naa} />
        </div>
      </aside>
    </div>
  );
}
