/** What the smart field understood, as one sentence; null for an empty field. */
import { useTranslations } from 'next-intl';
import { useNotat } from '#components/oppslag/use-notat.ts';
import { showPersonidentifikator } from '#components/ui/format.ts';
import { useFormat } from '#components/ui/use-format.ts';
import { normalizeKriterier, TEKSTKRITERIER } from '#lib/domain/oppslag/kriterier.ts';
import type { Forstaatt } from '#lib/domain/oppslag/smart-felt.ts';

/** Dates come from the parser with four-digit years, so no clock is needed to read them. */
const UTEN_KLOKKE = new Date(0);

export function useForstaattTekst(forstaatt: Forstaatt, kanBulk: boolean): string | null {
  const t = useTranslations('oppslag');
  const { showTall } = useFormat();
  const gitt = forstaatt.slag === 'kriterier' ? normalizeKriterier(forstaatt.kriterier, UTEN_KLOKKE) : {};
  const notat = useNotat(gitt);
  if (forstaatt.slag === 'tomt') return null;
  if (forstaatt.slag === 'uforstaatt') return t('smartfelt.uforstaatt');
  if (forstaatt.slag === 'flereNumre')
    return t(kanBulk ? 'smartfelt.flereNumre' : 'smartfelt.flereUtenBulk', {
      antall: showTall(forstaatt.numre.length),
    });
  const deler = TEKSTKRITERIER.flatMap((felt) => {
    const verdi = gitt[felt];
    if (verdi === undefined) return [];
    if (felt === 'identifikasjonsnummer')
      return [`${notat[felt] ?? t(`felt.${felt}`)}: ${showPersonidentifikator(verdi)}`];
    return [`${t(`felt.${felt}`)}: ${felt === 'foedselsdato' ? (notat[felt] ?? verdi) : verdi}`];
  });
  const { rest } = forstaatt;
  return [
    t('smartfelt.forstaatt'),
    deler.join(' · '),
    ...(rest ? [t('smartfelt.ikkeBrukt', { rest })] : []),
  ].join(' ');
}
