/** The rows that are shown, as a file made here in the browser. Nothing is fetched for it, so it holds no more than the screen. */
import { DownloadIcon } from '@navikt/aksel-icons';
import { useMessages, useTranslations } from 'next-intl';
import { createRadfil } from '#components/bulk/radfil.ts';
import { toDag } from '#components/ui/format.ts';
import type { Kjoeringstilstand } from '#lib/client/bulk-kjoering.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';

type LastNedButtonProps = { rader: readonly Listerad[]; tilstand: Kjoeringstilstand };

export function LastNedButton({ rader, tilstand }: LastNedButtonProps) {
  const t = useTranslations('bulk');
  const tekster = useMessages();
  const showDom = ({ dom, duplikatAv }: Listerad) => t(`dom.${dom}`, { rad: String(duplikatAv ?? '') });
  const onClick = async () => {
    const url = URL.createObjectURL(await createRadfil(rader, tilstand, tekster, showDom));
    const lenke = document.createElement('a');
    lenke.href = url;
    lenke.download = `${t('filnavn')}-${toDag(new Date().toISOString())}.csv`;
    lenke.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" className="ds-button" data-variant="secondary" onClick={() => void onClick()}>
      <DownloadIcon aria-hidden />
      {t('lastNed', { antall: rader.length })}
    </button>
  );
}
