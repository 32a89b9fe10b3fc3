/** One egenskap: current entries first, then history. Sections without content are gathered, each with its reason. */
import { InformationSquareIcon } from '@navikt/aksel-icons';
import { useMessages, useTranslations } from 'next-intl';
import { HistorikkTabell } from '#components/person/historikk.tsx';
import { OppfoeringKort } from '#components/person/oppfoering.tsx';
import { useSpoerEtter } from '#components/person/spoer-etter.ts';
import { findTekst } from '#components/person/tekster.ts';
import type { Merknad } from '#lib/domain/person/merknader.ts';
import type { Seksjon } from '#lib/domain/person/person-view.ts';
import { foldRegisterendringer } from '#lib/domain/person/tid/registerendring.ts';

export function useEgenskapNavn(): (egenskap: string) => string {
  const messages = useMessages();
  return (egenskap) => findTekst(messages, ['person', 'egenskap', egenskap]) ?? egenskap;
}

type SeksjonKortProps = { seksjon: Seksjon; merknader: readonly Merknad[] };

export function SeksjonKort({ seksjon, merknader }: SeksjonKortProps) {
  const t = useTranslations('personside');
  const navn = useEgenskapNavn()(seksjon.egenskap);
  const { gjeldende, historikk } = foldRegisterendringer(seksjon);
  const bred = historikk.length > 0 ? 'xl:col-span-2' : '';
  return (
    <section className={`min-w-0 border-t border-neutral-border-subtle pt-3 ${bred}`}>
      <h3 className="ds-heading mb-1" data-size="2xs">
        {navn}
      </h3>
      {merknader.map((merknad) => (
        <MerknadTekst key={merknad.merknad} merknad={merknad} />
      ))}
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
        <div className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm text-neutral-text-subtle">
          {t(`historikkTilstand.${seksjon.historikkTilstand}`)}
          {seksjon.historikkTilstand === 'ikkeSpurtEtter' && (
            <SpoerEtterKnapp del="historikk" navn={t('spoerEtter.historikk')} />
          )}
        </div>
      )}
    </section>
  );
}

function MerknadTekst({ merknad }: { merknad: Merknad }) {
  const t = useTranslations('personside.merknad');
  return (
    <p className="mb-1 flex items-start gap-2 text-sm">
      <InformationSquareIcon aria-hidden className="mt-0.5 size-5 shrink-0" />
      {merknad.merknad === 'flerfoedsel' ? t('flerfoedsel', merknad) : t(merknad.merknad)}
    </p>
  );
}

/**
 * The five field states in words, one line an egenskap: never an empty cell. `verdi` comes here from the overview, which
 * leaves history to the other tabs.
 */
export function SeksjonerUtenInnhold({ seksjoner }: { seksjoner: readonly Seksjon[] }) {
  const t = useTranslations('personside');
  const kanSpoerre = useSpoerEtter()('historikk') !== null;
  if (seksjoner.length === 0) return null;
  const mangler = seksjoner.some(({ tilstand }) => tilstand === 'ikkeSpurtEtter');
  return (
    <section className="min-w-0 border-t border-neutral-border-subtle pt-3 xl:col-span-2">
      <h3 className="ds-heading mb-1" data-size="2xs">
        {t('utenInnhold')}
      </h3>
      {mangler && kanSpoerre && (
        <p className="mb-1 text-sm text-neutral-text-subtle print:hidden">{t('spoerEtter.forklaring')}</p>
      )}
      <dl className="label-value xl:columns-2 xl:gap-x-10">
        {seksjoner.map((seksjon) => (
          <UtenInnhold key={seksjon.egenskap} seksjon={seksjon} />
        ))}
      </dl>
    </section>
  );
}

function UtenInnhold({ seksjon }: { seksjon: Seksjon }) {
  const t = useTranslations('personside');
  const tTilstand = useTranslations('person.tilstand');
  const navn = useEgenskapNavn()(seksjon.egenskap);
  return (
    <div>
      <dt>{navn}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        {seksjon.tilstand === 'verdi' ? t('ingenGjeldende') : tTilstand(seksjon.tilstand)}
        {seksjon.tilstand === 'ikkeSpurtEtter' && <SpoerEtterKnapp del={seksjon.egenskap} navn={navn} />}
      </dd>
    </div>
  );
}

function SpoerEtterKnapp({ del, navn }: { del: string; navn: string }) {
  const t = useTranslations('personside.spoerEtter');
  const spoer = useSpoerEtter()(del);
  if (spoer === null) return null;
  return (
    <button
      type="button"
      className="ds-button ds-button--inline print:hidden"
      data-variant="tertiary"
      data-size="sm"
      onClick={spoer}
    >
      {t('knapp')}
      <span className="ds-sr-only">{navn}</span>
    </button>
  );
}
