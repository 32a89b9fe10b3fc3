/** The server keeps a hit list for half an hour; after that it says so and offers the search again. */
import { useTranslations } from 'next-intl';
import { focusOnMount } from '#components/ui/focus.ts';

export function Utloept({ onNyttSoek }: { onNyttSoek: () => void }) {
  const t = useTranslations('soek.utloept');
  return (
    <div className="ds-alert" data-color="info">
      <h3 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {t('tittel')}
      </h3>
      <p className="mb-2">{t('tekst')}</p>
      <button type="button" className="ds-button" data-size="sm" onClick={onNyttSoek}>
        {t('knapp')}
      </button>
    </div>
  );
}
