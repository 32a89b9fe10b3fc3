/** Why the search was not sent: faults in fields first, else what is missing for the closest combination. */
import { useTranslations } from 'next-intl';
import type { SoekTilstand } from '#components/oppslag/soek-tilstand.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';

export function SoekFeil({ tilstand }: { tilstand: SoekTilstand }) {
  const t = useTranslations('oppslag');
  const naermest = tilstand.mangler[0];
  const errors =
    tilstand.feil.length > 0
      ? tilstand.feil.map(({ felt, feil }) => ({ fieldId: felt, text: t(`kriteriefeil.${feil}`) }))
      : (naermest?.felter ?? []).map((felt) => ({
          fieldId: felt,
          text: t('manglerForTreff', { felt: t(`felt.${felt}`) }),
        }));
  if (errors.length === 0) return <p role="alert">{t('avvist.manglerTjeneste')}</p>;
  return <ErrorSummary title={t('feilISoeket')} errors={errors} />;
}
