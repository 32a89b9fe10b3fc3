/** What a hendelse is in words; a kind that the portal does not know as it was delivered. */
import { useTranslations } from 'next-intl';
import { useEgenskapNavn } from '#components/person/seksjon.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { type Egenskapsendring, ENTITETSENDRINGER } from '#lib/domain/hendelse/hendelse.ts';
import { HENDELSESTYPER } from '#lib/domain/hendelse/hendelsestyper.ts';

export function useHendelsesord() {
  const t = useTranslations('hendelser');
  const { showTidspunkt } = useFormat();
  const egenskapNavn = useEgenskapNavn();

  return {
    showType(type: string): string {
      const kjent = HENDELSESTYPER.find((en) => en === type);
      return kjent === undefined ? t('ukjent', { type }) : t(`type.${kjent}`);
    },
    showEgenskapsendring({ egenskap, entitetsendring }: Egenskapsendring): string {
      const kjent = ENTITETSENDRINGER.find((en) => en === entitetsendring);
      const endring = kjent === undefined ? entitetsendring : t(`entitetsendring.${kjent}`);
      return t('egenskapsendring', { egenskap: egenskapNavn(egenskap), endring });
    },
    showTid: (tidspunkt: string | null): string =>
      tidspunkt === null ? t('utenTid') : showTidspunkt(tidspunkt),
  };
}
