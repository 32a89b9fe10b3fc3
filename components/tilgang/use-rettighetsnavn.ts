/** A right in words: what kind it is, and which one. */
import { useTranslations } from 'next-intl';
import { PAKKER } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { ROLLER } from '#lib/domain/session/session.ts';
import type { Rettighet } from '#lib/domain/tilgang/rettighet.ts';

export function useRettighetsnavn(): (rettighet: Rettighet) => string {
  const t = useTranslations('tilgang.rettighet');
  const tRolle = useTranslations('felles.rolle');
  const tPakke = useTranslations('pakke');
  return (rettighet) => {
    const rolle = ROLLER.find((en) => rettighet === `rolle:${en}`);
    if (rolle !== undefined) return t('rolle', { navn: tRolle(rolle) });
    const pakke = PAKKER.find((en) => rettighet === `pakke:${en}`);
    if (pakke !== undefined) return t('pakke', { navn: tPakke(pakke) });
    return t(rettighet === 'skjermede' ? 'skjermede' : 'skjermingsrett');
  };
}
