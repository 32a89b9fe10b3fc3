/** Why something could not be done, beside what was pressed: what was written stands, and the case can be read anew. */
import { useTranslations } from 'next-intl';
import { Referanse } from '#components/shell/utfall.tsx';
import { ApiFeil } from '#lib/client/api.ts';

export function Handlingsfeil({ error, onReload }: { error: Error; onReload: () => void }) {
  const t = useTranslations();
  const { kode, referanse } = error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null);
  const isKonflikt = kode === 'KONFLIKT';
  return (
    <div role="alert" className="ds-alert mt-3" data-color={isKonflikt ? 'warning' : 'danger'}>
      <p>{isKonflikt ? t('kontroll.konflikt') : t(`feil.${kode}`)}</p>
      <Referanse referanse={referanse} />
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
