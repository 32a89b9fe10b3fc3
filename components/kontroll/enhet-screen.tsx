'use client';
/** The draws of her own unit, for the leder: each with what was done and why, and her answer beside it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Bekreftelsesvalg } from '#components/kontroll/bekreftelsesvalg.tsx';
import { Handlingsfeil } from '#components/kontroll/handlingsfeil.tsx';
import { showHvem } from '#components/revisjonslogg/setning.ts';
import { type Formaalnavn, useLoggord } from '#components/revisjonslogg/use-loggord.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { bekreftOptions, listEnhetssakerOptions } from '#lib/client/kontroll.ts';
import type { Enhetssak } from '#lib/domain/kontroll/bekreftelse.ts';
import type { BekreftelseRequest } from '#lib/domain/kontroll/sak-request.ts';

/** What is read next when an answer has taken its line away. */
const ANTALL = 'antall-stikkproever';

type EnhetScreenProps = { formaal: readonly Formaalnavn[] };

export function EnhetScreen({ formaal }: EnhetScreenProps) {
  const t = useTranslations('kontroll.leder');
  const liste = useQuery(listEnhetssakerOptions);
  if (liste.isPending) return <Skeleton label={t('henter')} lines={6} />;
  const feil = liste.isError && <Feilutfall error={liste.error} onRetry={() => void liste.refetch()} />;
  // What is written stands when the list is read again and that fails.
  if (liste.data === undefined) return feil;
  const { enhet, saker } = liste.data;
  if (enhet === null) return <p role="status">{t('utenEnhet')}</p>;
  return (
    <div className="max-w-4xl">
      {feil}
      <p id={ANTALL} role="status" tabIndex={-1}>
        {t('antall', { antall: saker.length, enhet })}
      </p>
      <ul className="mt-3 flex flex-col gap-4">
        {saker.map((sak) => (
          <li key={sak.sakId} className="border-t border-neutral-border-subtle pt-3">
            <Trukket sak={sak} formaal={formaal} onReload={() => void liste.refetch()} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type TrukketProps = { sak: Enhetssak; formaal: readonly Formaalnavn[]; onReload: () => void };

function Trukket({ sak, formaal, onReload }: TrukketProps) {
  const t = useTranslations('kontroll');
  const client = useQueryClient();
  const { showTidspunkt } = useFormat();
  const { showFormaal, showHandling, t: tSetning } = useLoggord(formaal);
  const bekreft = useMutation({
    ...bekreftOptions,
    onSuccess: (enhet) => {
      client.setQueryData(listEnhetssakerOptions.queryKey, enhet);
      document.getElementById(ANTALL)?.focus();
    },
  });
  const { sakId, handling, saksreferanse } = sak;
  const bruker = showHvem(sak, tSetning);
  const tidspunkt = showTidspunkt(sak.tidspunkt);
  const answer = (svar: BekreftelseRequest) => {
    if (!bekreft.isPending) bekreft.mutate({ sakId, ...svar });
  };
  return (
    <article aria-label={t('leder.sak', { bruker, tidspunkt })}>
      <h2 className="ds-heading" data-size="2xs">
        {bruker}, {tidspunkt}
      </h2>
      <p className="mt-1 wrap-anywhere">
        {t('leder.gjelder', {
          handling: showHandling(handling),
          formaal: sak.formaal === null ? t('fakta.ikkeOppgitt') : showFormaal(sak.formaal),
          saksreferanse: saksreferanse || t('fakta.ikkeOppgitt'),
        })}
      </p>
      <p className="mt-1 text-sm text-neutral-text-subtle">
        {t(sak.gaattVidere ? 'leder.gaattVidere' : 'leder.frist', { frist: showTidspunkt(sak.frist) })}
      </p>
      <Bekreftelsesvalg versjon={sak.versjon} onSvar={answer} pending={bekreft.isPending} />
      {bekreft.isError && (
        <Handlingsfeil
          error={bekreft.error}
          onReload={() => {
            bekreft.reset();
            onReload();
          }}
        />
      )}
    </article>
  );
}
