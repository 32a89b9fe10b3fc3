/** Asks before a template is removed, since its plan goes with it. */
import { useTranslations } from 'next-intl';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';

export function SlettMal({ navn, onSlett }: { navn: string; onSlett: () => void }) {
  const t = useTranslations('uttrekk.maler');
  return (
    <ConfirmButton
      label={t('slett')}
      which={navn}
      title={t('slettTittel')}
      closeLabel={t('tilbake')}
      onConfirm={onSlett}
      data-variant="tertiary"
      data-size="sm"
    >
      <p>{t('slettTekst')}</p>
    </ConfirmButton>
  );
}
