'use client';
/** One case: what was done, why it was chosen, what has been said, and the decision. Opening it is an act in the log. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Avgjoerelse } from '#components/kontroll/avgjoerelse.tsx';
import { Handlingsfeil } from '#components/kontroll/handlingsfeil.tsx';
import { Historikk } from '#components/kontroll/historikk.tsx';
import { SAKSTILSTAND, Sakskort } from '#components/kontroll/sakskort.tsx';
import { Treffliste } from '#components/kontroll/treffliste.tsx';
import type { Formaalnavn } from '#components/revisjonslogg/use-loggord.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { decideSakOptions, openSakOptions } from '#lib/client/kontroll.ts';

type SakScreenProps = { sakId: string; formaal: readonly Formaalnavn[] };

export function SakScreen({ sakId, formaal }: SakScreenProps) {
  const t = useTranslations('kontroll');
  const client = useQueryClient();
  const lest = useQuery(openSakOptions(sakId));
  const avgjoerelse = useMutation({
    ...decideSakOptions(sakId),
    // The answer is the case as it is now: reading it again would be another act.
    onSuccess: (sak) => {
      client.setQueryData(openSakOptions(sakId).queryKey, sak);
      document.getElementById(SAKSTILSTAND)?.focus();
    },
  });
  const sak = lest.data;
  const reload = () => {
    avgjoerelse.reset();
    void lest.refetch();
  };
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <p>
        <NextLink className="ds-link" href="/kontroll">
          {t('tilbake')}
        </NextLink>
      </p>
      {lest.isPending && <Skeleton label={t('henterSak')} lines={8} />}
      {lest.isError && <Feilutfall error={lest.error} onRetry={() => void lest.refetch()} />}
      {sak && (
        <>
          <Sakskort sak={sak} formaal={formaal} />
          <Treffliste sak={sak} />
          <Historikk sak={sak} />
          {sak.tilstand !== 'avsluttet' && (
            // A question that has been sent is not to stand in the field of the verdict.
            <Avgjoerelse
              key={sak.forklaring === null ? 'ny' : 'spurt'}
              sak={sak}
              onAvgjoerelse={avgjoerelse.mutate}
              pending={avgjoerelse.isPending}
            />
          )}
          {avgjoerelse.isError && <Handlingsfeil error={avgjoerelse.error} onReload={reload} />}
        </>
      )}
    </div>
  );
}
