/** What the portal understood of what was typed, in words, before anything is sent. Advice, never a gate. */
import { useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import type { Tekstkriterium } from '#lib/domain/oppslag/kriterier.ts';
import type { Kriterier } from '#lib/domain/oppslag/oppslag.ts';
import { judgePersonidentifikator } from '#lib/domain/oppslag/personidentifikator.ts';

/** @param kriterier normalised: a date is YYYYMMDD, a number is digits */
export function useNotat(kriterier: Kriterier): Partial<Record<Tekstkriterium, string>> {
  const t = useTranslations('oppslag.notat');
  const { showDato } = useFormat();
  const notat: Partial<Record<Tekstkriterium, string>> = {};
  const dato = /^(\d{4})(\d{2})(\d{2})$/.exec(kriterier.foedselsdato ?? '');
  if (dato) notat.foedselsdato = showDato(`${dato[1]}-${dato[2]}-${dato[3]}`);
  if (/^\d{11}$/.test(kriterier.identifikasjonsnummer ?? '')) {
    const dom = judgePersonidentifikator(kriterier.identifikasjonsnummer ?? '');
    notat.identifikasjonsnummer = [
      t(dom.slag),
      ...(dom.syntetisk ? [t('syntetisk')] : []),
      ...(dom.gyldigeKontrollsiffer ? [] : [t('kontrollsiffer')]),
    ].join(', ');
  }
  return notat;
}
