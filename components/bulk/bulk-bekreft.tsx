/** What will be sent, said before it is: how many, in how many calls, and what is left out. The purpose stands beside. */
import { useTranslations } from 'next-intl';
import { focusOnMount } from '#components/ui/focus.ts';
import { useFormat } from '#components/ui/use-format.ts';
import { MAKS_I_DEL } from '#lib/domain/bulk/grenser.ts';
import type { Listerad } from '#lib/domain/bulk/liste.ts';

type BulkBekreftProps = { rader: readonly Listerad[]; onStart: () => void; onNyListe: () => void };

export function BulkBekreft({ rader, onStart, onNyListe }: BulkBekreftProps) {
  const t = useTranslations('bulk.bekreft');
  const { showTall } = useFormat();
  const sendes = rader.filter(({ plass }) => plass !== null);
  const advarsler = sendes.filter(({ dom }) => dom !== 'gyldig').length;
  const linjer = [
    [t('personer'), sendes.length],
    [t('kall'), Math.ceil(sendes.length / MAKS_I_DEL)],
    [t('utelatt'), rader.length - sendes.length],
    [t('advarsler'), advarsler],
  ] as const;
  return (
    <section aria-labelledby="bulk-bekreft" className="min-w-0">
      <h2 id="bulk-bekreft" ref={focusOnMount} tabIndex={-1} className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <dl className="label-value max-w-md">
        {linjer.map(([navn, antall]) => (
          <div key={navn}>
            <dt>{navn}</dt>
            <dd>{showTall(antall)}</dd>
          </div>
        ))}
      </dl>
      <p className="my-3 max-w-2xl">{t(sendes.length > 0 ? 'logges' : 'ingen')}</p>
      <div className="flex flex-wrap gap-3">
        {sendes.length > 0 && (
          <button type="button" className="ds-button" onClick={onStart}>
            {t('start', { antall: sendes.length })}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="tertiary" onClick={onNyListe}>
          {t('nyListe')}
        </button>
      </div>
    </section>
  );
}
