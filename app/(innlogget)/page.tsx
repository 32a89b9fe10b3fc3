/** Start: purpose and case number first, then the search. Those who do not look up have a first page of their own. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MineOppslag } from '#components/oppslag/mine-oppslag.tsx';
import { OppslagScreen } from '#components/oppslag/oppslag-screen.tsx';
import { KontekstSammendrag } from '#components/session/kontekst-sammendrag.tsx';
import { KontekstValg } from '#components/session/kontekst-valg.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import { listFormaal } from '#lib/server/formaal.ts';
import { findSession } from '#lib/server/session.ts';
import { StartUttrekk } from './uttrekk/start-uttrekk.tsx';

export default async function StartPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  const { handlinger, pakker, kontekst } = session;
  const kanSlaaOpp = handlinger.includes('oppslag');
  if (!kanSlaaOpp && handlinger.includes('revisjonslogg')) redirect('/revisjonslogg');
  if (!kanSlaaOpp && handlinger.includes('uttrekkVisning')) redirect('/uttrekk');
  if (!kanSlaaOpp || pakker.length === 0) return <IngenTilgang />;
  const t = await getTranslations('start');
  const formaal = listFormaal('oppslag');
  if (!kontekst) {
    return (
      <Page title={t('velgFormaal')} intro={t('velgFormaalForklaring')}>
        <KontekstValg pakker={pakker} formaal={formaal} kontekst={null} />
      </Page>
    );
  }
  return (
    <Page title={t('tittel')} intro={t('forklaring')}>
      <OppslagScreen key={kontekst.pakke} kontekst={kontekst} under={<MineOppslag formaal={formaal} />}>
        <KontekstSammendrag kontekst={kontekst} formaal={formaal} />
      </OppslagScreen>
      <StartUttrekk handlinger={handlinger} />
    </Page>
  );
}
