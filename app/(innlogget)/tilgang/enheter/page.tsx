/** The units of the organisation. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EnheterScreen } from '#components/tilgang/enheter-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { findSession } from '#lib/server/session.ts';
import { TilgangRamme } from '../tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('enheter.tittel') };
}

export default async function EnheterPage() {
  const [t, session] = [await getTranslations('tilgang'), await findSession()];
  return (
    <TilgangRamme handling="tilgangVisning">
      <Page title={t('enheter.tittel')} intro={t('enheter.forklaring')}>
        <EnheterScreen kanEndres={session?.handlinger.includes('tilgang') ?? false} />
      </Page>
    </TilgangRamme>
  );
}
