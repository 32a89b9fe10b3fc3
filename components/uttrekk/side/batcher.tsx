/**
 * Every batch of the register's, with how far it has come. A real table of which only what is in sight is in the page;
 * each row says its number, so that a screen reader knows how long the table is.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { RowSpace } from '#components/ui/row-space.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Batchrad } from '#lib/domain/uttrekk/uttrekk.ts';

const RADHOEYDE_PX = 37;

export function Batcher({ batcher }: { batcher: readonly Batchrad[] }) {
  const t = useTranslations('uttrekk.batcher');
  if (batcher.length === 0) return null;
  return (
    <section aria-labelledby="batcher" className="max-w-3xl">
      <h2 id="batcher" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <Tabell batcher={batcher} />
    </section>
  );
}

function Tabell({ batcher }: { batcher: readonly Batchrad[] }) {
  // The virtualizer's own functions change their answers without changing themselves.
  'use no memo';
  const t = useTranslations('uttrekk.batcher');
  const rulle = useRef<HTMLDivElement>(null);
  const medJobb = batcher.some(({ jobbNr }) => jobbNr !== batcher[0]?.jobbNr);
  const liste = useVirtualizer({
    count: batcher.length,
    getScrollElement: () => rulle.current,
    estimateSize: () => RADHOEYDE_PX,
    overscan: 10,
  });
  const synlige = liste.getVirtualItems();
  const foran = synlige[0]?.start ?? 0;
  const bak = liste.getTotalSize() - (synlige.at(-1)?.end ?? 0);
  const kolonner = medJobb ? 6 : 5;
  return (
    <section
      ref={rulle}
      aria-label={t('tabell', { antall: batcher.length })}
      className="focusable relative max-h-80 overflow-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here the arrow keys cannot scroll it
      tabIndex={0}
    >
      <table
        className="ds-table min-w-lg text-sm"
        data-color="neutral"
        data-border
        data-sticky-header
        aria-rowcount={batcher.length + 1}
      >
        <caption className="ds-sr-only">{t('tabell', { antall: batcher.length })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {medJobb && <th scope="col">{t('jobb')}</th>}
            <th scope="col">{t('batch')}</th>
            <th scope="col">{t('tilstand')}</th>
            <th scope="col">{t('personer')}</th>
            <th scope="col">{t('deler')}</th>
            <th scope="col">{t('forsoek')}</th>
          </tr>
        </thead>
        <tbody>
          <RowSpace height={foran} columns={kolonner} />
          {synlige.map(({ index }) => {
            const batch = batcher[index];
            return batch && <Rad key={index} batch={batch} radnummer={index + 2} medJobb={medJobb} />;
          })}
          <RowSpace height={bak} columns={kolonner} />
        </tbody>
      </table>
    </section>
  );
}

type RadProps = { batch: Batchrad; radnummer: number; medJobb: boolean };

function Rad({ batch, radnummer, medJobb }: RadProps) {
  const t = useTranslations('uttrekk.batcher');
  const { showTall } = useFormat();
  return (
    <tr aria-rowindex={radnummer}>
      {medJobb && <td>{showTall(batch.jobbNr + 1)}</td>}
      <td>{showTall(batch.batchNr)}</td>
      <td>{t(`tilstander.${batch.tilstand}`)}</td>
      <td>{showTall(batch.antall)}</td>
      <td>{t('delerFerdig', { ferdig: showTall(batch.delerFerdig), deler: showTall(batch.deler) })}</td>
      <td>{showTall(batch.forsoek)}</td>
    </tr>
  );
}
