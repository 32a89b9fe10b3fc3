/** What the list is filtered by, each with a way to take it away. A person is said to be one, and not who. */
import { useTranslations } from 'next-intl';
import { type Filterfelt, listUtfylte, type UtfyltFilter } from '#components/revisjonslogg/filter.ts';
import { useFiltervalg } from '#components/revisjonslogg/filter-skjema.tsx';
import type { Formaalnavn } from '#components/revisjonslogg/use-loggord.ts';

type FilterbrikkerProps = {
  utfylt: UtfyltFilter;
  formaal: readonly Formaalnavn[];
  onFjern: (felt: Filterfelt) => void;
  onNullstill: () => void;
};

export function Filterbrikker({ utfylt, formaal, onFjern, onNullstill }: FilterbrikkerProps) {
  const t = useTranslations('revisjonslogg');
  const valg: Partial<Record<Filterfelt, { value: string; label: string }[]>> = useFiltervalg(formaal);
  const felter = listUtfylte(utfylt);
  if (felter.length === 0) return null;
  const showVerdi = (felt: Filterfelt) =>
    felt === 'personidentifikator'
      ? t('brikker.person')
      : (valg[felt]?.find(({ value }) => value === utfylt[felt])?.label ?? utfylt[felt].trim());
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <ul aria-label={t('brikker.tittel')} className="flex min-w-0 flex-wrap gap-2">
        {felter.map((felt) => {
          const tekst = `${t(`filter.${felt}`)}: ${showVerdi(felt)}`;
          return (
            <li key={felt} className="min-w-0">
              <button
                type="button"
                className="ds-chip max-w-full"
                data-removable
                data-wrap="wrap"
                aria-label={t('brikker.fjern', { filter: tekst })}
                onClick={() => onFjern(felt)}
              >
                {tekst}
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={onNullstill}
      >
        {t('brikker.nullstill')}
      </button>
    </div>
  );
}
