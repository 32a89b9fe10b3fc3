/**
 * Acts of the revisjonslogg as sentences, with the rows that say so behind each. Rule: no number of anybody is shown;
 * the same person has the same reference.
 */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Handlingsrader } from '#components/revisjonslogg/handlingsrader.tsx';
import { writeSetning } from '#components/revisjonslogg/setning.ts';
import { type Formaalnavn, useLoggord } from '#components/revisjonslogg/use-loggord.ts';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import {
  findLoggutfall,
  type Logghandling,
  type Loggutfall,
} from '#lib/domain/revisjonslogg/logghandling.ts';

const FARGE = {
  vist: 'neutral',
  avvist: 'warning',
  feilet: 'warning',
  uavklart: 'danger',
  paabegynt: 'info',
} as const satisfies Record<Loggutfall, string>;

type HandlingslisteProps<H extends Logghandling> = {
  handlinger: readonly H[];
  formaal: readonly Formaalnavn[];
  hvem: 'navn' | 'du';
  label: string;
  /** What can be done with one of them. */
  children?: (handling: H) => ReactNode;
};

export function Handlingsliste<H extends Logghandling>({
  handlinger,
  formaal,
  hvem,
  label,
  children,
}: HandlingslisteProps<H>) {
  const t = useTranslations('revisjonslogg');
  const ord = useLoggord(formaal);
  return (
    <ol aria-label={label} className="max-w-5xl divide-y divide-neutral-border-subtle">
      {handlinger.map((handling) => {
        const utfall = findLoggutfall(handling);
        const antall = handling.rader.length;
        return (
          <li key={handling.id} className="offscreen-cheap py-3">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="text-sm whitespace-nowrap text-neutral-text-subtle tabular-nums">
                <Tidspunkt tidspunkt={handling.rader[0]?.tidspunkt ?? ''} />
              </span>
              {utfall !== 'vist' && (
                <span className="ds-tag" data-size="sm" data-color={FARGE[utfall]}>
                  {t(`utfallvalg.${utfall}`)}
                </span>
              )}
            </div>
            <p className="max-w-prose break-words">{writeSetning(handling, hvem, ord)}</p>
            <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-2 text-sm">
              <Disclosure
                className="min-w-0"
                summary={handling.harFlereRader ? t('flereRader', { antall }) : t('rader', { antall })}
              >
                <Handlingsrader handling={handling} ord={ord} />
              </Disclosure>
              {children?.(handling)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
