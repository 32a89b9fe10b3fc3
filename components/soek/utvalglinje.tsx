/** Whom the user has picked across the pages, and what can be done with them. */
import { useTranslations } from 'next-intl';
import { TaMedButton } from '#components/oppslag/ta-med-button.tsx';

type UtvalglinjeProps = { valgt: ReadonlySet<string>; onFjern: () => void };

export function Utvalglinje({ valgt, onFjern }: UtvalglinjeProps) {
  const t = useTranslations('soek.liste');
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-3 print:hidden">
      <span role="status">{t('valgt', { antall: valgt.size })}</span>
      {valgt.size > 0 && (
        <>
          <TaMedButton numre={() => [...valgt]} label={t('taMed')} />
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            onClick={onFjern}
          >
            {t('fjernValg')}
          </button>
        </>
      )}
    </div>
  );
}
