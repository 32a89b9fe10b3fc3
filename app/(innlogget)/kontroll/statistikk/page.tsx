/** What the rules find and what comes of it. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StatistikkScreen } from '#components/kontroll/statistikk-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { KontrollRamme } from '../kontroll-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kontroll');
  return { title: t('statistikk.tittel') };
}

export default async function StatistikkPage() {
  const t = await getTranslations('kontroll');
  return (
    <KontrollRamme handling="kontroll">
      <Page title={t('statistikk.tittel')} intro={t('statistikk.intro')}>
        <StatistikkScreen />
      </Page>
    </KontrollRamme>
  );
}
