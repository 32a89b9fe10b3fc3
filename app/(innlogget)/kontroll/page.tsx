/** The acts to look at afterwards, for those who review them. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListeScreen } from '#components/kontroll/liste-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { KontrollRamme } from './kontroll-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kontroll');
  return { title: t('tittel') };
}

export default async function KontrollPage() {
  const t = await getTranslations('kontroll');
  return (
    <KontrollRamme handling="kontroll">
      <Page title={t('tittel')} intro={t('intro')}>
        <ListeScreen />
      </Page>
    </KontrollRamme>
  );
}
