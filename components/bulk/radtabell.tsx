/**
 * The rows of a list of any length: a real table of which only what is in sight is in the page. Spacer rows hold the
 * place of the rest, and each row says its number, so that a screen reader knows how long the table is.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Radceller } from '#components/bulk/radceller.tsx';
import { SorterKolonne } from '#components/bulk/sorter-kolonne.tsx';
import { getSvar, type Sortering } from '#components/bulk/utvalg.ts';
import { RowSpace } from '#components/ui/row-space.tsx';
import { useRadtaster } from '#components/ui/use-radtaster.ts';
import type { Kjoeringstilstand } from '#lib/client/bulk-kjoering.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';

type RadtabellProps = {
  rader: readonly Listerad[];
  /** Null before the list is sent: the table then holds the verdicts only. */
  tilstand: Kjoeringstilstand | null;
  sortering: Sortering;
  onSorter: (sortering: Sortering) => void;
  /** Opens the person with this number; null where the package has no oppslag. */
  onOpen: ((nummer: string) => void) | null;
};

/** One line of text; rows with more are measured when they are shown. */
const RADHOEYDE_PX = 41;
const UTENFOR_SYNE = 12;

export function Radtabell({ rader, tilstand, sortering, onSorter, onOpen }: RadtabellProps) {
  // The virtualizer's own functions change their answers without changing themselves.
  'use no memo';
  const t = useTranslations('bulk');
  const tRad = useTranslations('rad');
  const rulle = useRef<HTMLDivElement>(null);
  const liste = useVirtualizer({
    count: rader.length,
    getScrollElement: () => rulle.current,
    estimateSize: () => RADHOEYDE_PX,
    overscan: UTENFOR_SYNE,
    getItemKey: (index) => rader[index]?.rad ?? index,
  });
  const taster = useRadtaster(rader.length, (index) => liste.scrollToIndex(index));
  const synlige = liste.getVirtualItems();
  const foran = synlige[0]?.start ?? 0;
  const bak = liste.getTotalSize() - (synlige.at(-1)?.end ?? 0);
  const medSvar = tilstand !== null;
  const kolonner = medSvar ? 6 + (onOpen ? 1 : 0) : 3;
  const hode = { sortering, onSorter };
  return (
    <section
      ref={rulle}
      aria-label={t('tabell', { antall: rader.length })}
      className="focusable relative max-h-[70dvh] scroll-pt-12 overflow-auto print:max-h-none"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here the arrow keys cannot scroll it
      tabIndex={0}
    >
      <table
        className={`ds-table table-fixed text-sm ${medSvar ? 'min-w-6xl' : 'max-w-3xl'}`}
        data-color="neutral"
        data-border
        data-sticky-header
        aria-rowcount={rader.length + 1}
      >
        <caption className="ds-sr-only">{t('tabell', { antall: rader.length })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <SorterKolonne {...hode} kolonne="rad" navn={t('rad')} bredde="w-20" />
            <th scope="col" className="w-40">
              {tRad('kolonne.nummer')}
            </th>
            <th scope="col" className={medSvar ? 'w-52' : undefined}>
              {t('kontroll')}
            </th>
            {medSvar && (
              <>
                <SorterKolonne {...hode} kolonne="navn" navn={tRad('kolonne.navn')} />
                <SorterKolonne {...hode} kolonne="foedt" navn={tRad('kolonne.foedt')} bredde="w-28" />
                <SorterKolonne {...hode} kolonne="status" navn={tRad('kolonne.status')} bredde="w-36" />
                <SorterKolonne {...hode} kolonne="adresse" navn={tRad('kolonne.adresse')} />
              </>
            )}
            {medSvar && onOpen && (
              <th scope="col" className="w-24">
                {tRad('kolonne.handling')}
              </th>
            )}
          </tr>
        </thead>
        <tbody {...taster.beholder}>
          <RowSpace height={foran} columns={kolonner} />
          {synlige.map(({ index, key }) => {
            const rad = rader[index];
            return (
              rad && (
                <tr key={key} ref={liste.measureElement} data-index={index} aria-rowindex={index + 2}>
                  <Radceller
                    rad={rad}
                    svar={getSvar(rad, tilstand)}
                    medSvar={medSvar}
                    onOpen={medSvar ? onOpen : null}
                    stopp={taster.rad(index)}
                  />
                </tr>
              )
            );
          })}
          <RowSpace height={bak} columns={kolonner} />
        </tbody>
      </table>
    </section>
  );
}
