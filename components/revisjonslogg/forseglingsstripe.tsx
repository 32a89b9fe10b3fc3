/** How far the log can be trusted, above what it says: sealed until when, verified when, and what is wrong. */
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ProevIgjenButton } from '#components/shell/utfall.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { readForseglingOptions } from '#lib/client/revisjonslogg.ts';
import type { Forseglingsvisning } from '#lib/domain/revisjonslogg/forsegling.ts';

const AVSNITT = ['forsegling', 'kontroll', 'funn', 'grense'] as const;

export function Forseglingsstripe() {
  const t = useTranslations('revisjonslogg.forsegling');
  const forsegling = useQuery(readForseglingOptions());
  return (
    <section aria-label={t('tittel')} className="mb-5 max-w-5xl">
      {forsegling.isPending && <p role="status">{t('henter')}</p>}
      {forsegling.isError && (
        <div role="alert">
          <p>{t('feilet')}</p>
          <ProevIgjenButton onRetry={() => void forsegling.refetch()} />
        </div>
      )}
      {forsegling.data && <Status status={forsegling.data} />}
      <Disclosure summary={t('hvaBetyr')} className="mt-1 text-sm">
        <div className="mt-1 flex max-w-prose flex-col gap-2">
          {AVSNITT.map((avsnitt) => (
            <p key={avsnitt}>{t(`ord.${avsnitt}`)}</p>
          ))}
        </div>
      </Disclosure>
    </section>
  );
}

function Status({ status: { sjekkpunkt, kontroll, alarmer } }: { status: Forseglingsvisning }) {
  const t = useTranslations('revisjonslogg.forsegling');
  const { showTidspunkt } = useFormat();
  return (
    <>
      {(alarmer.length > 0 || kontroll?.erUendret === false) && (
        <div role="alert" className="mb-2">
          <Alert color={kontroll?.erUendret === false ? 'danger' : 'warning'} title={t('alarmTittel')}>
            <ul className="ds-list">
              {kontroll?.erUendret === false && <li>{t('endret')}</li>}
              {alarmer.map((alarm) => (
                <li key={alarm}>{t(`alarm.${alarm}`)}</li>
              ))}
            </ul>
          </Alert>
        </div>
      )}
      <p>
        {sjekkpunkt
          ? t('forseglet', { tidspunkt: showTidspunkt(sjekkpunkt.tidspunkt), rader: sjekkpunkt.rader })
          : t('ikkeForseglet')}{' '}
        {kontroll
          ? t(kontroll.erUendret ? 'uendret' : 'funn', { tidspunkt: showTidspunkt(kontroll.tidspunkt) })
          : t('ikkeKontrollert')}
      </p>
    </>
  );
}
