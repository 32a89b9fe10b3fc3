/** What somebody with these rights is shown, on an example. */
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { VisSomScreen } from '#components/tilgang/vis-som-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { TilgangRamme } from '../tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('visSom.tittel') };
}

export default async function VisSomPage() {
  const t = await getTranslations('tilgang');
  return (
    <TilgangRamme handling="tilgangVisning">
      <Page title={t('visSom.tittel')} intro={t('visSom.forklaring')}>
        <NextIntlClientProvider messages={await getMessages()}>
          <VisSomScreen />
        </NextIntlClientProvider>
      </Page>
    </TilgangRamme>
  );
}
