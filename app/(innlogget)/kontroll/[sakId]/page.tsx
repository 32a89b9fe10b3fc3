/** One case. The page renders a frame; the browser opens the case, which is an act, and the server decides. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SakScreen } from '#components/kontroll/sak-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { listAlleFormaal } from '#lib/server/formaal.ts';
import { KontrollRamme } from '../kontroll-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kontroll');
  return { title: t('sakstittel') };
}

export default async function SakPage({ params }: { params: Promise<{ sakId: string }> }) {
  const { sakId } = await params;
  const t = await getTranslations('kontroll');
  return (
    <KontrollRamme handling="kontroll">
      <Page title={t('sakstittel')}>
        <SakScreen key={sakId} sakId={sakId} formaal={listAlleFormaal()} />
      </Page>
    </KontrollRamme>
  );
}
