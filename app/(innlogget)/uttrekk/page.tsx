/** The uttrekk that concern the user. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Page } from '#components/ui/page.tsx';
import { ListeScreen } from '#components/uttrekk/liste/liste-screen.tsx';
import { UttrekkRamme } from './uttrekk-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('uttrekk');
  return { title: t('tittel') };
}

export default async function UttrekkPage() {
  const t = await getTranslations('uttrekk');
  return (
    <UttrekkRamme handling="uttrekkVisning">
      {({ handlinger }) => (
        <Page title={t('tittel')} intro={t('forklaring')}>
          <ListeScreen
            kanBestille={handlinger.includes('uttrekk')}
            kanGodkjenne={handlinger.includes('uttrekkGodkjenning')}
          />
        </Page>
      )}
    </UttrekkRamme>
  );
}
