/** What whoever gets a file from the user needs, to know that it is whole and where it is from: the key, and commands with it. */
import { useTranslations } from 'next-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { toMottakerkommandoer } from '#lib/domain/uttrekk/mottakerkommandoer.ts';

export function Mottakerkontroll({ noekkel }: { noekkel: string }) {
  const t = useTranslations('uttrekk.filer');
  const ord = { copiedLabel: t('kopiert'), failedLabel: t('ikkeKopiert') };
  return (
    <>
      <p>{t('kontroll.tekst')}</p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-neutral-text-subtle">
        {t('kontroll.noekkel')} <code className="min-w-0 break-all">{noekkel}</code>
        <CopyButton text={noekkel} label={t('kontroll.kopier')} {...ord} />
      </p>
      <p>{t('kontroll.kommandoer')}</p>
      <CopyButton
        text={toMottakerkommandoer(noekkel)}
        label={t('kontroll.kopierKommandoer')}
        {...ord}
        showLabel
      />
    </>
  );
}
