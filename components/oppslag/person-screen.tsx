'use client';
/**
 * One oppslag as it was answered. Rules: the address is the act and not the person; what is shown comes from the server
 * each time the page is opened, and disappears when its half hour is over.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { AvdekkingKort } from '#components/oppslag/avdekking-kort.tsx';
import { NoedtilgangKort } from '#components/oppslag/noedtilgang-kort.tsx';
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { SkrivUtMeny, type Utskrift, useUtskrift } from '#components/oppslag/skriv-ut.tsx';
import { TrappKort } from '#components/oppslag/trapp-kort.tsx';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { useAfter } from '#components/oppslag/use-after.ts';
import { findSkjerming, useAvdekking } from '#components/oppslag/use-avdekking.ts';
import { useOppslag } from '#components/oppslag/use-oppslag.ts';
import { Bannere } from '#components/person/bannere.tsx';
import { Kodeverkkilder } from '#components/person/kodeverkkilder.tsx';
import { KvitteringKort } from '#components/person/kvittering.tsx';
import { PersonFaner } from '#components/person/person-faner.tsx';
import { PersonHode } from '#components/person/person-hode.tsx';
import { SlaaOppProvider } from '#components/person/slaa-opp.ts';
import { SpoerEtterProvider } from '#components/person/spoer-etter.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PrintingProvider } from '#components/ui/printing.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { ApiFeil } from '#lib/client/api.ts';
import {
  createOppslagOptions,
  findRequest,
  type OppslagFunnet,
  readOppslagOptions,
} from '#lib/client/oppslag.ts';
import type { OppslagRequest, Tilleggsdel } from '#lib/domain/oppslag/oppslag.ts';
import type { PersonView } from '#lib/domain/person/person-view.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

/** Few need these, so each comes when its tab is opened. */
const KontaktKort = lazy(async () => ({
  default: (await import('#components/oppslag/kontakt-kort.tsx')).KontaktKort,
}));
const HendelserFane = lazy(async () => ({
  default: (await import('#components/oppslag/hendelser/hendelser-fane.tsx')).HendelserFane,
}));

type PersonScreenProps = {
  oppslagId: string;
  /** What a new oppslag from here is for; null when it has not been chosen. */
  kontekst: Kontekst | null;
  /** Whether Kontakt- og reservasjonsregisteret can be asked from this portal. */
  harKrr: boolean;
};

export function PersonScreen({ oppslagId, kontekst, harKrr }: PersonScreenProps) {
  const t = useTranslations('personside');
  const oppslag = useQuery(readOppslagOptions(oppslagId));
  if (oppslag.isPending) {
    return (
      <div className="max-w-5xl p-4 lg:px-6">
        <h1 className="ds-sr-only">{t('tittel')}</h1>
        <Skeleton label={t('henter')} lines={10} />
        <TregtSvar pending />
      </div>
    );
  }
  if (oppslag.isError) {
    const utloept = oppslag.error instanceof ApiFeil && oppslag.error.kode === 'IKKE_FUNNET';
    return (
      <div className="max-w-3xl p-4 lg:px-6">
        {utloept ? (
          <Utloept />
        ) : (
          <>
            <h1 className="ds-sr-only">{t('tittel')}</h1>
            <Feilutfall error={oppslag.error} onRetry={() => void oppslag.refetch()} />
          </>
        )}
      </div>
    );
  }
  return <Person funnet={oppslag.data} kontekst={kontekst} harKrr={harKrr} />;
}

type PersonProps = Omit<PersonScreenProps, 'oppslagId'> & { funnet: OppslagFunnet };

function Person({ funnet, kontekst, harKrr }: PersonProps) {
  // Read once: how much is left when the page is opened. The server's own clock decides at the next request.
  const [leftMs] = useState(() => Math.max(0, Date.parse(findUtloep(funnet)) - Date.now()));
  const utloept = useAfter(true, leftMs);
  const client = useQueryClient();
  const request = findRequest(client, funnet.oppslagId);
  // What the server now refuses to show again goes from the screen and from memory.
  const closePerson = () => void client.resetQueries(readOppslagOptions(funnet.oppslagId));
  const nytt = useOppslag(createOppslagOptions(), useSearchParams().get('fane'));
  const { utskrift, skrivUt } = useUtskrift();
  const t = useTranslations('personside');
  const { kvittering } = funnet;
  const avdekking = useAvdekking(funnet.oppslagId, funnet.person);
  const { person } = avdekking;
  const skjerming = findSkjerming(funnet.person);
  if (utloept) {
    return (
      <div className="max-w-3xl p-4 lg:px-6">
        <Utloept />
      </div>
    );
  }
  const run = (ny: OppslagRequest | null | undefined) => {
    if (ny && !nytt.isPending) nytt.mutate(ny);
  };
  const slaaOpp = (identifikasjonsnummer: string) =>
    run(kontekst && { ...kontekst, kriterier: { identifikasjonsnummer } });
  const kanSlaaOpp = kontekst !== null && hasTjeneste(kontekst.pakke, 'oppslag');
  const igjen = request ?? findIgjen(funnet, kontekst);
  const spoerEtter = (del: Tilleggsdel) =>
    run(igjen && { ...igjen, tilleggsdeler: [...kvittering.tilleggsdeler, del] });
  return (
    <PrintingProvider>
      <SlaaOppProvider value={kanSlaaOpp ? { egneNumre: findEgneNumre(person), slaaOpp } : null}>
        <SpoerEtterProvider value={igjen && spoerEtter}>
          <PersonHode
            hode={person.hode}
            seksjoner={person.seksjoner}
            pakke={kvittering.pakke}
            tidspunkt={kvittering.tidspunkt}
            under={
              funnet.noedtilgang && <NoedtilgangKort noedtilgang={funnet.noedtilgang} onOver={closePerson} />
            }
          >
            <PersonHandlinger
              onSkrivUt={skrivUt}
              onRefetch={request ? () => run(request) : null}
              pending={nytt.isPending}
            />
          </PersonHode>
          <div className="px-4 pb-10 pt-3 lg:px-6">
            <Bannere bannere={person.bannere} />
            {kontekst && skjerming && (
              <AvdekkingKort avdekking={avdekking} kontekst={kontekst} slag={skjerming} />
            )}
            {funnet.trapp && <TrappKort trapp={funnet.trapp} />}
            {nytt.isPending && <TregtSvar pending />}
            {nytt.isError && <Feilutfall error={nytt.error} onRetry={() => run(nytt.variables)} />}
            {nytt.data && nytt.data.utfall !== 'funnet' && (
              <OppslagUtfall
                key={nytt.submittedAt}
                result={nytt.data}
                kontekst={kontekst}
                onRetry={() => run(nytt.variables)}
              />
            )}
            <div className={utskrift === 'kvittering' ? 'print:hidden' : undefined}>
              <PersonFaner
                person={person}
                alle={utskrift === 'alle'}
                kontakt={
                  <Suspense fallback={<Skeleton label={t('henter')} lines={3} />}>
                    <KontaktKort
                      oppslagId={funnet.oppslagId}
                      kontekst={kontekst}
                      harNummer={person.hode.identifikasjonsnummer !== null}
                      harVei={harKrr}
                    />
                  </Suspense>
                }
                hendelser={<HendelserFane oppslagId={funnet.oppslagId} kontekst={kontekst} />}
              />
            </div>
            <KvitteringKort kvittering={kvittering} onSkrivUt={() => skrivUt('kvittering')} />
            <Kodeverkkilder />
          </div>
        </SpoerEtterProvider>
      </SlaaOppProvider>
    </PrintingProvider>
  );
}

function findEgneNumre({ seksjoner }: PersonView): ReadonlySet<string> {
  const seksjon = seksjoner.find(({ egenskap }) => egenskap === 'identifikasjonsnummer');
  const verdier = [...(seksjon?.gjeldende ?? []), ...(seksjon?.historikk ?? [])].flatMap(
    ({ felter }) => felter,
  );
  return new Set(
    verdier.flatMap(({ verdi }) => (verdi.slag === 'personidentifikator' ? [verdi.nummer] : [])),
  );
}

/**
 * The same person asked for anew when the criteria are gone (after a reload): by number, and only in the package that
 * the answer is from.
 */
function findIgjen({ person, kvittering }: OppslagFunnet, kontekst: Kontekst | null): OppslagRequest | null {
  const { identifikasjonsnummer } = person.hode;
  if (kontekst === null || identifikasjonsnummer === null || kontekst.pakke !== kvittering.pakke) return null;
  return hasTjeneste(kontekst.pakke, 'oppslag')
    ? { ...kontekst, kriterier: { identifikasjonsnummer } }
    : null;
}

/** When she goes from the screen: with the half hour, or before it with the nødtilgang that opened her. ISO. */
function findUtloep({ utloeper, noedtilgang }: OppslagFunnet): string {
  return noedtilgang !== undefined && noedtilgang.utloeper < utloeper ? noedtilgang.utloeper : utloeper;
}

type PersonHandlingerProps = {
  onSkrivUt: (hva: Utskrift) => void;
  /** Null after a reload: the criteria were in memory only, so the search must be made again. */
  onRefetch: (() => void) | null;
  pending: boolean;
};

function PersonHandlinger({ onSkrivUt, onRefetch, pending }: PersonHandlingerProps) {
  const t = useTranslations('personside');
  return (
    <>
      <a className="ds-button" data-variant="tertiary" data-size="sm" href="#kvittering">
        {t('kvittering.tittel')}
      </a>
      <SkrivUtMeny onSkrivUt={onSkrivUt} />
      {onRefetch === null ? (
        <NextLink className="ds-button" data-variant="secondary" data-size="sm" href="/">
          {t('nyttOppslag')}
        </NextLink>
      ) : (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-busy={pending}
          data-hurtigtast="hentPaaNytt"
          onClick={onRefetch}
        >
          {t('hentPaaNytt')}
        </button>
      )}
    </>
  );
}

function Utloept() {
  const t = useTranslations('personside.utloept');
  return (
    <Alert color="info" title={t('tittel')} level={1}>
      <p className="mb-3">{t('tekst')}</p>
      <NextLink className="ds-button" data-size="sm" href="/">
        {t('nytt')}
      </NextLink>
    </Alert>
  );
}
