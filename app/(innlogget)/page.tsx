/** Start: purpose and case number first, then the search. */
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { OppslagScreen } from '#components/oppslag/oppslag-screen.tsx';
import { KontekstForm } from '#components/session/kontekst-form.tsx';
import { KontekstSammendrag } from '#components/session/kontekst-sammendrag.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import type { SessionView } from '#lib/domain/session/session.ts';
import { listFormaal } from '#lib/server/formaal.ts';
import { findSession } from '#lib/server/session.ts';

export default async function StartPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  // Those who only read the log have nothing to do here.
  if (!session.handlinger.includes('oppslag') && session.handlinger.includes('revisjonslogg'))
    redirect('/revisjonslogg');
  if (!session.handlinger.includes('oppslag') || session.pakker.length === 0) return <IngenTilgang />;
  return <Start session={session} />;
}

function Start({ session }: { session: SessionView }) {
  const t = useTranslations('start');
  const formaal = listFormaal();
  const { kontekst } = session;
  if (!kontekst) {
    return (
      <Page title={t('velgFormaal')} intro={t('velgFormaalForklaring')}>
        <div className="max-w-xl">
          <KontekstForm pakker={session.pakker} formaal={formaal} kontekst={null} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('tittel')} intro={t('forklaring')}>
      <OppslagScreen key={kontekst.pakke} kontekst={kontekst}>
        <KontekstSammendrag kontekst={kontekst} formaal={formaal} />
      </OppslagScreen>
    </Page>
  );
}
