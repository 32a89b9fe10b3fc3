/** What differs between two packages. */
import type { Metadata } from 'next';
import { getMessages, getTranslations } from 'next-intl/server';
import { toPakkenavn } from '#components/tilgang/pakkenavn.ts';
import { PakkerScreen } from '#components/tilgang/pakker-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { TilgangRamme } from '../tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('pakker.tittel') };
}

export default async function PakkerPage() {
  const t = await getTranslations('tilgang');
  return (
    <TilgangRamme handling="tilgangVisning">
      <Page title={t('pakker.tittel')} intro={t('pakker.forklaring')}>
        <PakkerScreen navn={toPakkenavn(await getMessages())} />
      </Page>
    </TilgangRamme>
  );
}
