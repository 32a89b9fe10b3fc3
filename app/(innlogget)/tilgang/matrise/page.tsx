/** What each role may do, by package and grading. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MatriseScreen } from '#components/tilgang/matrise-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { listVisninger } from '#lib/domain/tilgang/eksempelvisning.ts';
import { TilgangRamme } from '../tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('matrise.tittel') };
}

export default async function MatrisePage() {
  const t = await getTranslations('tilgang');
  return (
    <TilgangRamme handling="tilgangVisning">
      <Page title={t('matrise.tittel')} intro={t('matrise.forklaring')}>
        <MatriseScreen visninger={listVisninger()} />
      </Page>
    </TilgangRamme>
  );
}
