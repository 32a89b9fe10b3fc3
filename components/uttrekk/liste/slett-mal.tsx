/** Asks before a template is removed, since its plan goes with it. */
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';

export function SlettMal({ navn, onSlett }: { navn: string; onSlett: () => void }) {
  const t = useTranslations('uttrekk.maler');
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => dialog.current?.showModal()}
      >
        {t('slett')}
        <span className="ds-sr-only">{navn}</span>
      </button>
      <Dialog ref={dialog} title={t('slettTittel')} closeLabel={t('tilbake')}>
        <p className="mb-4">{t('slettTekst')}</p>
        <button
          type="button"
          className="ds-button"
          data-color="danger"
          onClick={() => {
            dialog.current?.close();
            onSlett();
          }}
        >
          {t('slett')}
        </button>
      </Dialog>
    </>
  );
}
