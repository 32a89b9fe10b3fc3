/** Which combination is fulfilled, or what each still lacks, while one types. The register's rule, said before sending. */
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useTranslations } from 'next-intl';
import type { SoekTilstand } from '#components/oppslag/soek-tilstand.ts';
import { useFormat } from '#components/ui/use-format.ts';

export function RettTilTreffPanel({ tilstand }: { tilstand: SoekTilstand }) {
  const t = useTranslations('oppslag');
  const felt = useTranslations('oppslag.felt');
  const { showListe } = useFormat();
  // What is missing is said for the combinations one is closest to; for the others the name says it all.
  const minst = Math.min(...tilstand.mangler.map(({ felter }) => felter.length));
  const tomt = Object.values(tilstand.kriterier).every((verdi) => typeof verdi !== 'string');
  const erNaer = (felter: readonly unknown[]) => !tomt && felter.length === minst;
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
              {erNaer(felter) && (
                <span className="block text-neutral-text-subtle">
                  {felter.length === 0
                    ? t('rettTilTreff.feilIFelt')
                    : t('rettTilTreff.manglerFelter', {
                        felter: showListe(felter.map((et) => toLiten(felt(et)))),
                      })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A label inside a sentence: `Fødselsdato` → `fødselsdato`, but `DUF-nummer` as it is. */
function toLiten(navn: string): string {
  return /^\p{Lu}\p{Ll}/u.test(navn) ? navn.charAt(0).toLowerCase() + navn.slice(1) : navn;
}
