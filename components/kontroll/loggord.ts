/** The log's words for acts and outcomes in words of a reader; one without a text stands as it is logged. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';

type Loggord = {
  /** As a noun: `Oppslag`. */
  showHandling: (ord: string) => string;
  /** As what somebody did: `slo opp én person`. */
  showGjort: (ord: string) => string;
  showUtfall: (ord: string) => string;
};

export function useLoggord(): Loggord {
  const { revisjonslogg } = useMessages();
  const t = useTranslations('revisjonslogg.setning');
  const showHandling = (ord: string) => findTekst(revisjonslogg.handling, [ord]) ?? ord;
  return {
    showHandling,
    showGjort: (ord) =>
      findTekst(revisjonslogg.setning.hva, [ord]) ?? t('annet', { handling: showHandling(ord) }),
    showUtfall: (ord) => findTekst(revisjonslogg.utfall, [ord]) ?? ord,
  };
}
