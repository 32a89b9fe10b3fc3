/** Who has access to what. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BrukereScreen } from '#components/tilgang/brukere-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { TilgangRamme } from './tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('tittel') };
}

export default async function TilgangPage() {
  const t = await getTranslations('tilgang');
  return (
    <TilgangRamme handling="tilgangVisning">
      <Page title={t('tittel')} intro={t('forklaring')}>
        <BrukereScreen />
      </Page>
    </TilgangRamme>
  );
}
