/** What an answer does not show, in words: what it never does, and what this one cannot. */
import { useTranslations } from 'next-intl';
import { toDag } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Innsynssvar } from '#lib/domain/innsyn/innsyn.ts';

export function Mangler({ svar }: { svar: Innsynssvar }) {
  const t = useTranslations('innsynsbrev.mangler');
  const { showDato } = useFormat();
  const { loggenFra, fra, ubesvarteUttrekk, erAvkortet } = svar;
  const begynnerFoer = loggenFra !== null && Date.parse(fra) < Date.parse(loggenFra);
  return (
    <ul className="list-disc pl-5">
      <li>{t('numre')}</li>
      <li>{t('soek')}</li>
      <li>{t('uferdig')}</li>
      {ubesvarteUttrekk > 0 && <li>{t('ubesvart', { antall: ubesvarteUttrekk })}</li>}
      {begynnerFoer && <li>{t('foerLoggen', { dato: showDato(toDag(loggenFra)) })}</li>}
      {erAvkortet && <li>{t('avkortet')}</li>}
    </ul>
  );
}
