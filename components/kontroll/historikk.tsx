/** What has been said of a case: verdicts and questions with their notes, and the employee's answer. */
import { useTranslations } from 'next-intl';
import { showHvem } from '#components/revisjonslogg/setning.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import type { Sak } from '#lib/domain/kontroll/sak.ts';

export function Historikk({ sak }: { sak: Sak }) {
  const { vurderinger, forklaring } = sak;
  const t = useTranslations('kontroll');
  const bruker = showHvem(sak, useTranslations('revisjonslogg.setning'));
  const { showTidspunkt } = useFormat();
  if (vurderinger.length === 0) return null;
  return (
    <section aria-labelledby="historikk">
      <h2 id="historikk" className="ds-heading" data-size="2xs">
        {t('historikk')}
      </h2>
      <ul className="mt-1 flex flex-col gap-3">
        {vurderinger.map(({ tidspunkt, av, utfall, notat }) => (
          <li key={tidspunkt}>
            <p className="text-sm text-neutral-text-subtle">
              {av}, <Tidspunkt tidspunkt={tidspunkt} />: {t(`utfall.${utfall}`)}
            </p>
            {notat !== '' && <p className="whitespace-pre-wrap break-words">{notat}</p>}
          </li>
        ))}
        {forklaring !== null && (
          <li>
            <p className="text-sm text-neutral-text-subtle">
              {forklaring.besvart === null
                ? t('venterSvar', { bruker, frist: showTidspunkt(forklaring.frist) })
                : t('svarFra', { bruker, tidspunkt: showTidspunkt(forklaring.besvart) })}
            </p>
            {forklaring.svar !== null && <p className="whitespace-pre-wrap break-words">{forklaring.svar}</p>}
          </li>
        )}
      </ul>
    </section>
  );
}
