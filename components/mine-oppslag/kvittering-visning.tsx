/** One receipt alone on the page, so that it is what is copied and printed. */
import { useTranslations } from 'next-intl';
import { KvitteringKort } from '#components/person/kvittering.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';

type KvitteringVisningProps = { kvittering: Kvittering; onTilbake: () => void };

export function KvitteringVisning({ kvittering, onTilbake }: KvitteringVisningProps) {
  const t = useTranslations('mineOppslag');
  const { showTidspunkt } = useFormat();
  return (
    <div className="max-w-4xl px-4 py-5 lg:px-6">
      <h1 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="sm">
        {t('kvitteringFor', { tidspunkt: showTidspunkt(kvittering.tidspunkt) })}
      </h1>
      <p className="mt-1 text-neutral-text-subtle">{t('iDag')}</p>
      <KvitteringKort kvittering={kvittering} onSkrivUt={() => window.print()} />
      <button
        type="button"
        className="ds-button mt-6 print:hidden"
        data-variant="tertiary"
        onClick={onTilbake}
      >
        {t('tilbake')}
      </button>
    </div>
  );
}
