/** What must be put right before an order can be sent: all of it at once, in words. */
import { useTranslations } from 'next-intl';
import { focusOnMount } from '#components/ui/focus.ts';
import type { Konflikt } from '#lib/domain/uttrekk/forhaandskontroll.ts';

export function Konflikter({ konflikter }: { konflikter: readonly Konflikt[] }) {
  const t = useTranslations('uttrekk');
  if (konflikter.length === 0) return null;
  return (
    <div className="ds-alert mb-3" data-color="danger">
      <h3 ref={focusOnMount} tabIndex={-1} className="ds-heading" data-size="2xs">
        {t('kontroll.konflikttittel')}
      </h3>
      <ul className="list-disc pl-5">
        {konflikter.map(({ kode, felt, verdi }) => (
          <li key={`${kode} ${felt} ${verdi}`}>{t(`konflikt.${kode}`, { verdi: verdi ?? '' })}</li>
        ))}
      </ul>
    </div>
  );
}
