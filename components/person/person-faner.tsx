'use client';
/** The tabs of the person view. Which one is open stands in the address (it says nothing of the person). */
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { hasInnhold, SeksjonerUtenInnhold, SeksjonKort } from '#components/person/seksjon.tsx';
import { type Tab, Tabs } from '#components/ui/tabs.tsx';
import type { AndreOpplysning, Fane, FaneId, PersonView } from '#lib/domain/person/person-view.ts';
import { toFaner } from '#lib/domain/person/view/faner.ts';

export function PersonFaner({ person }: { person: PersonView }) {
  const t = useTranslations('personside');
  const tFane = useTranslations('person.fane');
  const valgt = useSearchParams().get('fane');
  const tabs = toFaner(person.seksjoner)
    // "Andre" is rare: no tab when there is nothing in it.
    .filter(
      ({ fane, seksjoner }) => fane !== 'andre' || person.andre.length > 0 || seksjoner.some(hasInnhold),
    )
    .map(
      (fane): Tab<FaneId> => ({
        id: fane.fane,
        label: tFane(fane.fane),
        panel: <FanePanel fane={fane} andre={fane.fane === 'andre' ? person.andre : []} />,
      }),
    );
  const selected = tabs.find(({ id }) => id === valgt) ?? tabs[0];
  if (!selected) return null;
  return (
    <Tabs
      label={t('faner')}
      tabs={tabs}
      selected={selected.id}
      // replaceState: switching tab is instant, survives reload, and Back still leaves the person.
      onSelect={(fane) => window.history.replaceState(null, '', `?fane=${fane}`)}
    />
  );
}

function FanePanel({ fane, andre }: { fane: Fane; andre: readonly AndreOpplysning[] }) {
  const t = useTranslations('person.fane');
  return (
    <>
      <h2 className="ds-sr-only print:not-sr-only">{t(fane.fane)}</h2>
      <div className="grid gap-x-10 gap-y-5 xl:grid-cols-2">
        {fane.seksjoner.filter(hasInnhold).map((seksjon) => (
          <SeksjonKort key={seksjon.egenskap} seksjon={seksjon} />
        ))}
        <SeksjonerUtenInnhold seksjoner={fane.seksjoner.filter((seksjon) => !hasInnhold(seksjon))} />
      </div>
      {andre.length > 0 && <AndreOpplysninger andre={andre} />}
    </>
  );
}

/** What the portal does not know yet, by its path in the register's document: shown, never dropped. */
function AndreOpplysninger({ andre }: { andre: readonly AndreOpplysning[] }) {
  const t = useTranslations('person.andre');
  const tomVerdi = useTranslations('personside')('tomVerdi');
  return (
    <section className="border-t border-neutral-border-subtle pt-3">
      <p className="mb-2">{t('forklaring')}</p>
      <dl className="label-value">
        {andre.map(({ sti, verdi }) => (
          <div key={sti}>
            <dt>
              <code className="break-all">{sti}</code>
            </dt>
            <dd>{verdi.trim() === '' ? tomVerdi : verdi}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
