/** Why something could not be done, beside what was pressed: what was written stands, and the case can be read anew. */
import { useTranslations } from 'next-intl';
import { ApiFeil } from '#lib/client/api.ts';

export function Handlingsfeil({ error, onReload }: { error: Error; onReload: () => void }) {
  const t = useTranslations();
  const { kode, referanse } = error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null);
  const isKonflikt = kode === 'KONFLIKT';
  return (
    <div role="alert" className="ds-alert mt-3" data-color={isKonflikt ? 'warning' : 'danger'}>
      <p>{isKonflikt ? t('kontroll.konflikt') : t(`feil.${kode}`)}</p>
      {referanse && (
        <p className="mt-2 text-sm">
          {t('felles.referanse')} <code className="break-all">{referanse}</code>
        </p>
      )}
      {isKonflikt && (
        <button
          type="button"
          className="ds-button mt-2"
          data-variant="secondary"
          data-size="sm"
          onClick={onReload}
        >
          {t('kontroll.lesPaaNytt')}
        </button>
      )}
    </div>
  );
}
