/** How the portal is doing, for administrators. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { DriftScreen } from '#components/drift/drift-screen.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import { findSession } from '#lib/server/session.ts';
import { toRammetekster } from '#messages/messages.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('drift');
  return { title: t('tittel') };
}

export default async function DriftPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes('drift')) return <IngenTilgang />;
  const [t, alle] = [await getTranslations('drift'), await getMessages()];
  return (
    <Page title={t('tittel')} intro={t('forklaring')}>
      <NextIntlClientProvider messages={{ ...toRammetekster(alle), drift: alle.drift }}>
        <DriftScreen />
      </NextIntlClientProvider>
    </Page>
  );
}
