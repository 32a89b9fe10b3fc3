/** Age and sex as a pyramid, oldest on top: a table with men to the left of the age and women to the right. */
import { useTranslations } from 'next-intl';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { Stolpe } from '#components/uttrekk/side/stolpe.tsx';
import type { Fordeling } from '#lib/domain/uttrekk/uttrekk.ts';

type Gruppe = Fordeling['grupper'][number];

/** A group is five years and named by the first of them; the oldest are one group. */
const [AAR_I_GRUPPE, ELDSTE] = [5, 100];

export function Alderspyramide({ grupper }: { grupper: readonly Gruppe[] }) {
  const t = useTranslations('uttrekk.bilder');
  const aldre = [...new Set(grupper.map(({ noekkel }) => Number(noekkel)))].toSorted((a, b) => b - a);
  const stoerst = Math.max(1, ...grupper.map(({ antall }) => antall ?? 0));
  const find = (alder: number, kjoenn: string) =>
    grupper.find(({ noekkel, undergruppe }) => Number(noekkel) === alder && undergruppe === kjoenn);
  return (
    <section className="min-w-0">
      <h3 className="ds-heading mb-1" data-size="2xs">
        {t('navn.alderKjoenn')}
      </h3>
      <ScrollRegion label={t('navn.alderKjoenn')}>
        <table className="w-full min-w-2xs text-sm">
          <caption className="ds-sr-only">{t('navn.alderKjoenn')}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-2/5 text-right font-normal">
                {t('menn')}
              </th>
              <th scope="col" className="px-2 text-center font-normal">
                {t('alder')}
              </th>
              <th scope="col" className="w-2/5 text-left font-normal">
                {t('kvinner')}
              </th>
            </tr>
          </thead>
          <tbody>
            {aldre.map((alder) => (
              <tr key={alder}>
                <Side gruppe={find(alder, 'mann')} stoerst={stoerst} fraHoeyre />
                <th scope="row" className="px-2 text-center font-normal whitespace-nowrap">
                  {alder >= ELDSTE
                    ? t('alderFra', { fra: alder })
                    : t('alderMellom', { fra: alder, slutt: alder + AAR_I_GRUPPE - 1 })}
                </th>
                <Side gruppe={find(alder, 'kvinne')} stoerst={stoerst} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

type SideProps = { gruppe: Gruppe | undefined; stoerst: number; fraHoeyre?: boolean };

/** A group that is not there has nobody; one without a number has fewer than is told. */
function Side({ gruppe, stoerst, fraHoeyre = false }: SideProps) {
  const t = useTranslations('uttrekk.bilder');
  const { showTall } = useFormat();
  const antall = gruppe === undefined ? 0 : gruppe.antall;
  return (
    <td>
      <span className={`flex items-center gap-2 ${fraHoeyre ? 'flex-row-reverse' : ''}`}>
        <Stolpe
          andel={(antall ?? 0) / stoerst}
          fraHoeyre={fraHoeyre}
          farge={fraHoeyre ? 'neutral' : 'accent'}
        />
        <span className={`w-20 shrink-0 tabular-nums ${fraHoeyre ? 'text-left' : 'text-right'}`}>
          {antall === null ? t('undertrykt') : showTall(antall)}
        </span>
      </span>
    </td>
  );
}
