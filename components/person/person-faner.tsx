'use client';
/** The tabs of the person view. Which one is open stands in the address (it says nothing of the person). */
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { SeksjonerUtenInnhold, SeksjonKort } from '#components/person/seksjon.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { type Tab, Tabs } from '#components/ui/tabs.tsx';
import { listMerknader } from '#lib/domain/person/merknader.ts';
import {
  type AndreOpplysning,
  type Fane,
  type FaneId,
  hasInnhold,
  type PersonView,
} from '#lib/domain/person/person-view.ts';
import { toFaner } from '#lib/domain/person/view/faner.ts';

const importTidslinje = () => import('#components/person/tid/tidslinje.tsx');
const importPerDato = () => import('#components/person/tid/per-dato.tsx');
const TidslinjeVisning = lazy(async () => ({ default: (await importTidslinje()).TidslinjeVisning }));
const PerDatoVisning = lazy(async () => ({ default: (await importPerDato()).PerDatoVisning }));

const Familiegraf = lazy(async () => ({
  default: (await import('#components/person/familiegraf.tsx')).Familiegraf,
}));

/** The register's tabs, and those that lay the same out in time. */
type PersonFane = FaneId | 'hendelser' | 'tidslinje' | 'perDato';

type PersonFanerProps = {
  person: PersonView;
  /** Every tab of the register one after the other, for paper. */
  alle: boolean;
  /** What stands first under Kontakt, beside what the register has; left out where nobody can be asked. */
  kontakt?: ReactNode;
  /** What has happened to the person, where the screen around can ask. */
  hendelser?: ReactNode;
};

export function PersonFaner({ person, alle, kontakt = null, hendelser }: PersonFanerProps) {
  const t = useTranslations('personside');
  const tFane = useTranslations('person.fanekort');
  const tTid = useTranslations('tid');
  const iAdressen = useSearchParams().get('fane');
  // Of our own and not only the address's: the router is told after the tab has been shown.
  const [valgt, setValgt] = useState(iAdressen);
  useFetchAhead();
  const { seksjoner } = person;
  const registerets = toFaner(seksjoner)
    // "Andre" is rare: no tab when there is nothing in it.
    .filter((fane) => fane.fane !== 'andre' || person.andre.length > 0 || fane.seksjoner.some(hasInnhold))
    .map(
      (fane): Tab<PersonFane> => ({
        id: fane.fane,
        label: tFane(fane.fane),
        repeats: fane.fane === 'oversikt',
        panel: (
          <FanePanel
            person={person}
            fane={fane}
            andre={fane.fane === 'andre' ? person.andre : []}
            foerst={fane.fane === 'kontakt' ? kontakt : null}
          />
        ),
      }),
    );
  const iTid: Tab<PersonFane>[] = [
    {
      id: 'tidslinje',
      label: tTid('tidslinje.fane'),
      repeats: true,
      panel: (
        <NaarAapnet>
          <h2 className="ds-sr-only print:not-sr-only">{tTid('tidslinje.fane')}</h2>
          <TidslinjeVisning seksjoner={seksjoner} />
        </NaarAapnet>
      ),
    },
    {
      id: 'perDato',
      label: tTid('perDato.fane'),
      repeats: true,
      panel: (
        <NaarAapnet>
          <PerDatoVisning seksjoner={seksjoner} />
        </NaarAapnet>
      ),
    },
  ];
  const meldte: Tab<PersonFane>[] = hendelser
    ? [
        {
          id: 'hendelser',
          label: t('hendelser'),
          // An act of its own, for the screen.
          repeats: true,
          panel: (
            <NaarAapnet>
              <h2 className="ds-sr-only">{t('hendelser')}</h2>
              {hendelser}
            </NaarAapnet>
          ),
        },
      ]
    : [];
  const tabs = [...registerets, ...meldte, ...iTid];
  const selected = tabs.find(({ id }) => id === valgt) ?? tabs[0];
  if (!selected) return null;
  return (
    <Tabs
      label={t('faner')}
      tabs={tabs}
      selected={selected.id}
      all={alle}
      // replaceState: switching tab is instant, survives reload, and Back still leaves the person.
      onSelect={(fane) => {
        setValgt(fane);
        window.history.replaceState(null, '', `?fane=${fane}`);
      }}
    />
  );
}

/**
 * Fetches the tabs in time when the first one stands on the screen. An effect, since it is for later and not for this
 * page: what is there when its tab is opened is shown at once, without a skeleton that React would let stand for a while.
 */
function useFetchAhead(): void {
  useEffect(() => {
    // What fails here is fetched again, and its failure shown, when the tab is opened.
    void Promise.all([importTidslinje(), importPerDato()]).catch(() => undefined);
  }, []);
}

/** Not on paper: the lists under it say the same. */
function Familietegning({ person }: { person: PersonView }) {
  const t = useTranslations('personside.familiegraf');
  return (
    <Disclosure summary={t('vis')} className="mb-3 print:hidden">
      <NaarAapnet>
        <Familiegraf person={person} />
      </NaarAapnet>
    </Disclosure>
  );
}

/** Around what is fetched when its tab is opened first. */
function NaarAapnet({ children }: { children: ReactNode }) {
  const t = useTranslations('tid');
  return <Suspense fallback={<Skeleton label={t('henter')} lines={8} />}>{children}</Suspense>;
}

type FanePanelProps = {
  person: PersonView;
  fane: Fane;
  andre: readonly AndreOpplysning[];
  foerst: ReactNode;
};

function FanePanel({ person, fane, andre, foerst }: FanePanelProps) {
  const t = useTranslations('person.fane');
  return (
    <>
      <h2 className="ds-sr-only print:not-sr-only">{t(fane.fane)}</h2>
      {foerst}
      {fane.fane === 'familie' && fane.seksjoner.some(hasInnhold) && <Familietegning person={person} />}
      <div className="grid gap-x-10 gap-y-5 xl:grid-cols-2">
        {fane.seksjoner.filter(hasInnhold).map((seksjon) => (
          <SeksjonKort
            key={seksjon.egenskap}
            seksjon={seksjon}
            merknader={listMerknader(person, seksjon.egenskap)}
          />
        ))}
        <SeksjonerUtenInnhold seksjoner={fane.seksjoner.filter((seksjon) => !hasInnhold(seksjon))} />
      </div>
      {andre.length > 0 && <AndreOpplysninger andre={andre} />}
    </>
  );
}

/** What the portal does not know yet, by its path in the register's document: shown, never dropped. */
export function AndreOpplysninger({ andre }: { andre: readonly AndreOpplysning[] }) {
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
