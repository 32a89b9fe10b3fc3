/** Whether the search may be sent, while one types: what is missing, in words. */
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import type { Soektilstand } from '#components/soek/soek-tilstand.ts';

export function SoekStatus({ tilstand: { feil, opplysninger } }: { tilstand: Soektilstand }) {
  const t = useTranslations('soek.status');
  const forFaa = feil.some(({ feil: grunn }) => grunn === 'forFaa');
  return (
    <section aria-labelledby="soek-status">
      <h2 id="soek-status" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p role="status" className="flex items-start gap-2">
        {feil.length === 0 && (
          <CheckmarkCircleIcon aria-hidden className="mt-0.5 size-5 shrink-0 text-success-text-subtle" />
        )}
        <span>
          {feil.length === 0 ? t('klar') : forFaa ? t('forFaa', { antall: opplysninger }) : t('feil')}
        </span>
      </p>
    </section>
  );
}
