/** One egenskap: current entries first, then history. Sections without content are gathered, each with its reason. */
import { useMessages, useTranslations } from 'next-intl';
import { HistorikkTabell } from '#components/person/historikk.tsx';
import { OppfoeringKort } from '#components/person/oppfoering.tsx';
import { findTekst } from '#components/person/tekster.ts';
import type { Seksjon } from '#lib/domain/person/person-view.ts';
import { foldRegisterendringer } from '#lib/domain/person/tid/registerendring.ts';

export function useEgenskapNavn(): (egenskap: string) => string {
  const messages = useMessages();
  return (egenskap) => findTekst(messages, ['person', 'egenskap', egenskap]) ?? egenskap;
}

export function SeksjonKort({ seksjon }: { seksjon: Seksjon }) {
  const t = useTranslations('personside');
  const navn = useEgenskapNavn()(seksjon.egenskap);
  const { gjeldende, historikk } = foldRegisterendringer(seksjon);
  const bred = historikk.length > 0 ? 'xl:col-span-2' : '';
  return (
    <section className={`min-w-0 border-t border-neutral-border-subtle pt-3 ${bred}`}>
      <h3 className="ds-heading mb-1" data-size="2xs">
        {navn}
      </h3>
      {gjeldende.length === 0 ? (
        <p>{t('ingenGjeldende')}</p>
      ) : (
        <ul className="divide-y divide-neutral-border-subtle">
          {gjeldende.map((foldet, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries of the register have an order and no identity
            <li key={index}>
              <OppfoeringKort {...foldet} />
            </li>
          ))}
        </ul>
      )}
      {historikk.length > 0 && <HistorikkTabell navn={navn} historikk={historikk} />}
      {seksjon.historikkTilstand !== 'verdi' && seksjon.historikkTilstand !== 'ingenOpplysninger' && (
        <p className="mt-1 text-sm text-neutral-text-subtle">
          {t(`historikkTilstand.${seksjon.historikkTilstand}`)}
        </p>
      )}
    </section>
  );
}

/**
 * The five field states in words, one line an egenskap: never an empty cell. `verdi` comes here from the overview, which
 * leaves history to the other tabs.
 */
export function SeksjonerUtenInnhold({ seksjoner }: { seksjoner: readonly Seksjon[] }) {
  const t = useTranslations('personside');
  const tTilstand = useTranslations('person.tilstand');
  const navn = useEgenskapNavn();
  if (seksjoner.length === 0) return null;
  return (
    <section className="min-w-0 border-t border-neutral-border-subtle pt-3 xl:col-span-2">
      <h3 className="ds-heading mb-1" data-size="2xs">
        {t('utenInnhold')}
      </h3>
      <dl className="label-value xl:columns-2 xl:gap-x-10">
        {seksjoner.map((seksjon) => (
          <div key={seksjon.egenskap}>
            <dt>{navn(seksjon.egenskap)}</dt>
            <dd>{seksjon.tilstand === 'verdi' ? t('ingenGjeldende') : tTilstand(seksjon.tilstand)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
