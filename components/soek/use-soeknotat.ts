/** What the portal understood of a date or a kommune, in words, before anything is sent. */
import { useTranslations } from 'next-intl';
import type { Soektilstand } from '#components/soek/soek-tilstand.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Soekefelt } from '#lib/domain/soek/soekekriterier.ts';

/** More of a name than this are not read, they are scrolled past. */
const MAKS_VIST = 4;

export function useSoeknotat({ kriterier, kommuner }: Soektilstand): Partial<Record<Soekefelt, string>> {
  const t = useTranslations('soek');
  const { showDato, showValg } = useFormat();
  const notat: Partial<Record<Soekefelt, string>> = {};
  const dato = /^(\d{4})(\d{2})(\d{2})$/.exec(kriterier.foedselsdato ?? '');
  if (dato) notat.foedselsdato = showDato(`${dato[1]}-${dato[2]}-${dato[3]}`);
  const [kommune] = kommuner;
  if (kommune && kommuner.length === 1) notat.kommunenummer = t('kommunenotat', kommune);
  else if (kommuner.length > 1)
    notat.kommunenummer = t('flereKommuner', {
      kommuner: showValg(kommuner.slice(0, MAKS_VIST).map((en) => t('kommunenotat', en))),
    });
  else if (/^\d{4}$/.test(kriterier.kommunenummer ?? '')) notat.kommunenummer = t('ukjentKommune');
  return notat;
}
