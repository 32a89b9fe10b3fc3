/** What a hendelse is in words; a kind that the portal does not know as it was delivered. */
import { useTranslations } from 'next-intl';
import { useFormat } from '#components/ui/use-format.ts';
import { HENDELSESTYPER } from '#lib/domain/hendelse/hendelsestyper.ts';

export function useHendelsesord() {
  const t = useTranslations('hendelser');
  const { showTidspunkt } = useFormat();

  return {
    showType(type: string): string {
      const kjent = HENDELSESTYPER.find((en) => en === type);
      return kjent === undefined ? t('ukjent', { type }) : t(`type.${kjent}`);
    },
    showTid: (tidspunkt: string | null): string =>
      tidspunkt === null ? t('utenTid') : showTidspunkt(tidspunkt),
  };
}
