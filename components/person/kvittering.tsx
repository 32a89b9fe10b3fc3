'use client';
/** What the oppslag leaves for the case file. Rule: it says what was shown and why, never what it said of the person. */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { showTidspunkt } from '#components/ui/format.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';

export function KvitteringKort({ kvittering }: { kvittering: Kvittering }) {
  const t = useTranslations('personside.kvittering');
  const messages = useMessages();
  const rader: [string, string][] = [
    [t('tidspunkt'), showTidspunkt(kvittering.tidspunkt)],
    [t('formaal'), kvittering.formaal],
    [t('hjemmel'), kvittering.hjemmel],
    [t('saksreferanse'), kvittering.saksreferanse || t('ingenSak')],
    [t('pakke'), findTekst(messages, ['pakke', kvittering.pakke]) ?? kvittering.pakke],
    [t('deler'), kvittering.deler.join(', ')],
    [t('felter'), kvittering.felter.join(', ')],
    [t('handlingId'), kvittering.handlingId],
    [t('avtrykk'), kvittering.avtrykk],
  ];
  const tekst = [t('tittel'), ...rader.map(([navn, verdi]) => `${navn}: ${verdi}`)].join('\n');
  return (
    <section
      id="kvittering"
      className="mt-8 border-t border-neutral-border-default pt-3"
      aria-labelledby="kvittering-tittel"
    >
      <h2 id="kvittering-tittel" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      <p className="mb-2 text-sm text-neutral-text-subtle">{t('forklaring')}</p>
      <dl className="label-value mb-3">
        {rader.map(([navn, verdi]) => (
          <div key={navn}>
            <dt>{navn}</dt>
            <dd>{verdi}</dd>
          </div>
        ))}
      </dl>
      <CopyButton
        text={tekst}
        label={t('kopier')}
        copiedLabel={t('kopiert')}
        failedLabel={t('feilet')}
        showLabel
      />
    </section>
  );
}
