/** What can be done with an act of one's own: see its receipt, and open what it showed while that is kept. */
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import type { EgenHandling } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

type ValgForHandlingProps = {
  kept: EgenHandling['kept'];
  kvittering: Kvittering | null;
  onKvittering: (kvittering: Kvittering) => void;
};

export function ValgForHandling({ kept, kvittering, onKvittering }: ValgForHandlingProps) {
  const t = useTranslations('mineOppslag');
  const { showKlokkeslett, showTidspunkt } = useFormat();
  return (
    <>
      {kvittering && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => onKvittering(kvittering)}
        >
          {t('kvittering')}
          <span className="ds-sr-only">{showTidspunkt(kvittering.tidspunkt)}</span>
        </button>
      )}
      {kept && (
        // No prefetch: an oppslag is opened by a human, not by being on the screen.
        <NextLink className="ds-link" href={`/oppslag/${kept.oppslagId}`} prefetch={false}>
          {t('aapne', { klokkeslett: showKlokkeslett(kept.utloeper) })}
        </NextLink>
      )}
    </>
  );
}
