/** Why something could not be done or read: the portal's own words for it, the reference, and the way on. */
import { useTranslations } from 'next-intl';
import { ProevIgjenButton, Referanse } from '#components/shell/utfall.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { ApiFeil } from '#lib/client/api.ts';

const toApiFeil = (error: Error): ApiFeil =>
  error instanceof ApiFeil ? error : new ApiFeil('INTERN_FEIL', null);

/** Beside what the user pressed. */
export function Handlingsfeil({ error }: { error: Error }) {
  const t = useTranslations();
  const { kode, referanse } = toApiFeil(error);
  return (
    <div role="alert" className="ds-alert mt-3" data-color="danger">
      <p>{t(`feil.${kode}`)}</p>
      <Referanse referanse={referanse} />
    </div>
  );
}

/** In the place of what was to be shown. */
export function Lesefeil({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations();
  const { kode, referanse } = toApiFeil(error);
  const erBorte = kode === 'IKKE_FUNNET' || kode === 'IKKE_TILGANG';
  return (
    <div className="ds-alert max-w-3xl" data-color={erBorte ? 'info' : 'danger'}>
      <h2 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {erBorte ? t('uttrekk.borteTittel') : t('feil.tittel')}
      </h2>
      <p>{erBorte ? t('uttrekk.borte') : t(`feil.${kode}`)}</p>
      <Referanse referanse={referanse} />
      {!erBorte && <ProevIgjenButton onRetry={onRetry} />}
    </div>
  );
}
