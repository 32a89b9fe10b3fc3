/** The weekly draw of a unit, for its leder. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EnhetScreen } from '#components/kontroll/enhet-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { listAlleFormaal } from '#lib/server/formaal.ts';
import { KontrollRamme } from '../kontroll-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('kontroll.leder');
  return { title: t('tittel') };
}

export default async function EnhetPage() {
  const t = await getTranslations('kontroll.leder');
  return (
    <KontrollRamme handling="kontrollBekreftelse">
      <Page title={t('tittel')} intro={t('intro')}>
        <EnhetScreen formaal={listAlleFormaal()} />
      </Page>
    </KontrollRamme>
  );
}
