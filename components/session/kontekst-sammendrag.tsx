/** Purpose, legal basis and case number of the next oppslag, beside the search. Changed from the header. */
import { useTranslations } from 'next-intl';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type KontekstSammendragProps = { kontekst: Kontekst; formaal: readonly FormaalView[] };

export function KontekstSammendrag({ kontekst, formaal }: KontekstSammendragProps) {
  const t = useTranslations('kontekst');
  const tPakke = useTranslations('pakke');
  const valgt = formaal.find((et) => et.id === kontekst.formaal);
  const rader = [
    [t('pakke'), tPakke(kontekst.pakke)],
    [t('formaal'), valgt?.navn ?? kontekst.formaal],
    [t('rettsgrunnlag'), valgt?.hjemmel ?? t('ukjentHjemmel')],
    [t('saksreferanse'), kontekst.saksreferanse || t('ingenSak')],
  ] as const;
  return (
    <section aria-labelledby="kontekst-sammendrag">
      <h2 id="kontekst-sammendrag" className="ds-heading mb-1" data-size="2xs">
        {t('sammendrag')}
      </h2>
      <dl className="text-sm">
        {rader.map(([navn, verdi]) => (
          <div key={navn} className="py-1">
            <dt className="text-neutral-text-subtle">{navn}</dt>
            <dd className="m-0">{verdi}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
