/** A page instead of the page that was asked for: it does not exist, or it failed. */
import { useTranslations } from 'next-intl';

type StatusPageProps = {
  status: 'ikkeFunnet' | 'feil';
  referanse?: string | undefined;
  onRetry?: () => void;
};

export function StatusPage({ status, referanse, onRetry }: StatusPageProps) {
  const t = useTranslations('felles');
  return (
    <div className="max-w-2xl px-4 py-10 lg:px-6">
      <h1 className="ds-heading mb-2" data-size="sm">
        {t(`status.${status}.tittel`)}
      </h1>
      <p>{t(`status.${status}.tekst`)}</p>
      {referanse && (
        <p className="mt-2 text-sm">
          {t('referanse')} <code>{referanse}</code>
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        {onRetry && (
          <button type="button" className="ds-button" onClick={onRetry}>
            {t('proevIgjen')}
          </button>
        )}
        {/* A whole new page: what failed is left behind, and pages that show this only then need no router link. */}
        <a className="ds-link" href="/">
          {t('tilStart')}
        </a>
      </div>
    </div>
  );
}
