/** Asks before the results of a bulk are given up for a new list. */
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';

type MistesDialogProps = { ref: RefObject<HTMLDialogElement | null>; onBegynn: () => void };

export function MistesDialog({ ref, onBegynn }: MistesDialogProps) {
  const t = useTranslations('oppslag.mistes');
  return (
    <Dialog ref={ref} title={t('tittel')} closeLabel={t('behold')}>
      <p className="mb-4">{t('tekst')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="ds-button" onClick={onBegynn}>
          {t('begynn')}
        </button>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => ref.current?.close()}
        >
          {t('behold')}
        </button>
      </div>
    </Dialog>
  );
}
