'use client';
/** What the employee has been asked to explain of an act of her own, and her answer. Sent once, and asked about before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Handlingsfeil } from '#components/kontroll/handlingsfeil.tsx';
import { NotatFelt, useNotat } from '#components/kontroll/notat-felt.tsx';
import { type Formaalnavn, useLoggord } from '#components/revisjonslogg/use-loggord.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { Form } from '#components/ui/form.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { answerForklaringOptions, openForklaringOptions } from '#lib/client/kontroll.ts';
import type { Forklaringssak } from '#lib/domain/kontroll/sak.ts';

type ForklaringScreenProps = { sakId: string; formaal: readonly Formaalnavn[] };

export function ForklaringScreen({ sakId, formaal }: ForklaringScreenProps) {
  const t = useTranslations('kontroll');
  const lest = useQuery(openForklaringOptions(sakId));
  const [sendt, setSendt] = useState(false);
  if (lest.isPending) return <Skeleton label={t('henterSak')} lines={6} />;
  const feil = lest.isError && <Feilutfall error={lest.error} onRetry={() => void lest.refetch()} />;
  // What is written stands when it is read again and that fails.
  if (lest.data === undefined) return feil;
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {feil}
      <Spoersmaal sak={lest.data} formaal={formaal} />
      {lest.data.svar === null ? (
        <Svarskjema sakId={sakId} onSendt={() => setSendt(true)} onReload={() => void lest.refetch()} />
      ) : (
        <section aria-labelledby="svaret">
          <h2
            id="svaret"
            ref={sendt ? focusOnMount : undefined}
            tabIndex={-1}
            className="ds-heading"
            data-size="2xs"
          >
            {t('forklaring.sendt')}
          </h2>
          <p className="mt-1 whitespace-pre-wrap break-words">{lest.data.svar}</p>
        </section>
      )}
    </div>
  );
}

function Spoersmaal({ sak, formaal }: { sak: Forklaringssak; formaal: readonly Formaalnavn[] }) {
  const t = useTranslations('kontroll');
  const { showTidspunkt } = useFormat();
  const { showFormaal, showHandling } = useLoggord(formaal);
  return (
    <>
      <p>
        {t('forklaring.handling', {
          handling: showHandling(sak.handling),
          tidspunkt: showTidspunkt(sak.tidspunkt),
          formaal: sak.formaal === null ? t('fakta.ikkeOppgitt') : showFormaal(sak.formaal),
          saksreferanse: sak.saksreferanse || t('fakta.ikkeOppgitt'),
        })}
      </p>
      <section aria-labelledby="spoersmaalet">
        <h2 id="spoersmaalet" className="ds-heading" data-size="2xs">
          {t('forklaring.spoersmaal')}
        </h2>
        <p className="mt-1 whitespace-pre-wrap break-words">{sak.spoersmaal}</p>
        <p className="mt-1 text-sm">{t('fristEr', { frist: showTidspunkt(sak.frist) })}</p>
      </section>
    </>
  );
}

type SvarskjemaProps = { sakId: string; onSendt: () => void; onReload: () => void };

function Svarskjema({ sakId, onSendt, onReload }: SvarskjemaProps) {
  const t = useTranslations('kontroll.forklaring');
  const client = useQueryClient();
  const router = useRouter();
  const notat = useNotat();
  const svar = useMutation({
    ...answerForklaringOptions(sakId),
    onSuccess: (sak) => {
      onSendt();
      client.setQueryData(openForklaringOptions(sakId).queryKey, sak);
      // The banner above the page is the server's.
      router.refresh();
    },
  });
  const send = () => {
    const tekst = notat.check();
    if (tekst !== null && !svar.isPending) svar.mutate(tekst);
  };
  return (
    <Form onSubmit={send} className="flex flex-col gap-3">
      <NotatFelt label={t('svar')} notat={notat} />
      <p className="text-sm text-neutral-text-subtle">{t('hvemSer')}</p>
      <div>
        <button type="submit" className="ds-button" aria-busy={svar.isPending}>
          {t('send')}
        </button>
      </div>
      {svar.isError && <Handlingsfeil error={svar.error} onReload={onReload} />}
    </Form>
  );
}
