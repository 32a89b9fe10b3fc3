/** How the making of a file went: under way, ready with how many rows and whether it is all, or not. */
import { useTranslations } from 'next-intl';
import { ApiFeil } from '#lib/client/api.ts';
import type { LoggeksportSvar } from '#lib/domain/revisjonslogg/eksport.ts';

type EksportsvarProps = {
  eksport: { isPending: boolean; error: Error | null; data: LoggeksportSvar | undefined };
};

export function Eksportsvar({ eksport: { isPending, error, data } }: EksportsvarProps) {
  const t = useTranslations('revisjonslogg.eksport');
  const tFeil = useTranslations('feil');
  const klar = data?.utfall === 'klar' ? data : null;
  return (
    <>
      <p role="status">
        {isPending && t('lager')}
        {klar && t('klar', { rader: klar.rader })}
      </p>
      {klar?.erKuttet && (
        <p className="ds-alert" data-color="warning">
          {t('kuttet')}
        </p>
      )}
      {error && (
        <p role="alert" className="ds-alert" data-color="danger">
          {tFeil(error instanceof ApiFeil ? error.kode : 'INTERN_FEIL')}
        </p>
      )}
    </>
  );
}
