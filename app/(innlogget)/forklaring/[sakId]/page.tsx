/** What the user has been asked to explain of an act of her own. Anybody who is signed in has the page; the server gives her only her own. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForklaringScreen } from '#components/kontroll/forklaring-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { listAlleFormaal } from '#lib/server/formaal.ts';
import { KontrollRamme } from '../../kontroll/kontroll-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kontroll');
  return { title: t('forklaring.tittel') };
}

export default async function ForklaringPage({ params }: { params: Promise<{ sakId: string }> }) {
  const { sakId } = await params;
  const t = await getTranslations('kontroll');
  return (
    <KontrollRamme handling="session">
      <Page title={t('forklaring.tittel')} intro={t('forklaring.intro')}>
        <ForklaringScreen key={sakId} sakId={sakId} formaal={listAlleFormaal()} />
      </Page>
    </KontrollRamme>
  );
}
