/** Which combination is fulfilled, or what each still lacks, while one types. The register's rule, said before sending. */
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import type { SoekTilstand } from '#components/oppslag/soek-tilstand.ts';

export function RettTilTreffPanel({ tilstand }: { tilstand: SoekTilstand }) {
  const t = useTranslations('oppslag');
  const felt = useTranslations('oppslag.felt');
  return (
    <section aria-labelledby="rett-til-treff">
      <h2 id="rett-til-treff" className="ds-heading mb-1" data-size="2xs">
        {t('rettTilTreff.tittel')}
      </h2>
      {/* Only this line is read out while one types; the list below would be chatter. */}
      <p role="status" className="flex items-start gap-2">
        {tilstand.oppfylt === null ? (
          t('rettTilTreff.mangler')
        ) : (
          <>
            <CheckmarkCircleIcon aria-hidden className="mt-0.5 size-5 shrink-0 text-success-text-subtle" />
            <span>{t('rettTilTreff.oppfylt', { kombinasjon: t(`kombinasjon.${tilstand.oppfylt}`) })}</span>
          </>
        )}
      </p>
      {tilstand.mangler.length > 0 && (
        <ul className="mt-2 divide-y divide-neutral-border-subtle text-sm">
          {tilstand.mangler.map(({ vei, felter }) => (
            <li key={vei} className="py-1.5">
              <span className="block">{t(`kombinasjon.${vei}`)}</span>
              <span className="block text-neutral-text-subtle">
                {felter.length === 0
                  ? t('rettTilTreff.feilIFelt')
                  : t('rettTilTreff.manglerFelter', {
                      felter: showListe(felter.map((et) => felt(et).toLowerCase())),
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const liste = new Intl.ListFormat('nb-NO', { type: 'conjunction' });

function showListe(deler: readonly string[]): string {
  return liste.format(deler);
}
