/** A search without a list: nobody fits, or too many do. Says what to change, and never that somebody does not exist. */
import { useTranslations } from 'next-intl';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import { MAKS_TREFF } from '#lib/domain/soek/grenser.ts';

export function UtenTreff({ utfall, referanse }: { utfall: 'ingenTreff' | 'forMange'; referanse: string }) {
  const t = useTranslations();
  const { showTall } = useFormat();
  return (
    <div className="ds-alert" data-color="info">
      <h2 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {t(`soek.${utfall}.tittel`)}
      </h2>
      <p>{t(`soek.${utfall}.tekst`, { maks: showTall(MAKS_TREFF) })}</p>
      {utfall === 'ingenTreff' && <p>{t('soek.ingenTreff.raad')}</p>}
      <p className="mt-2 text-sm">
        {t('felles.referanse')} <code className="break-all">{referanse}</code>
      </p>
    </div>
  );
}
