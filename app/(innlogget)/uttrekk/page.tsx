/** The uttrekk that concern the user. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Noedtilgangvarsler } from '#components/noedtilgang/noedtilgangvarsler.tsx';
import { Page } from '#components/ui/page.tsx';
import { ListeScreen } from '#components/uttrekk/liste/liste-screen.tsx';
import { listVarsler } from '#lib/server/noedtilgang/list-varsler.ts';
import { UttrekkRamme } from './uttrekk-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('uttrekk');
  return { title: t('tittel') };
}

export default async function UttrekkPage() {
  const t = await getTranslations('uttrekk');
  const varsler = await listVarsler();
  return (
    <UttrekkRamme handling="uttrekkVisning">
      {({ handlinger }) => (
        <Page
          title={t('tittel')}
          intro={t(handlinger.includes('uttrekk') ? 'forklaring' : 'forklaringLeder')}
        >
          <Noedtilgangvarsler varsler={varsler} naa={new Date().toISOString()} />
          <ListeScreen
            kanBestille={handlinger.includes('uttrekk')}
            kanGodkjenne={handlinger.includes('uttrekkGodkjenning')}
          />
        </Page>
      )}
    </UttrekkRamme>
  );
}
