/** The revisjonslogg, for those who may read it. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { Noedtilgangvarsler } from '#components/noedtilgang/noedtilgangvarsler.tsx';
import { RevisjonsloggScreen } from '#components/revisjonslogg/revisjonslogg-screen.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import { listAlleFormaal } from '#lib/server/formaal.ts';
import { listVarsler } from '#lib/server/noedtilgang/list-varsler.ts';
import { findSession } from '#lib/server/session.ts';
import { toLoggtekster } from '#messages/messages.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('revisjonslogg');
  return { title: t('tittel') };
}

export default async function RevisjonsloggPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes('revisjonslogg')) return <IngenTilgang />;
  const [t, alle] = [await getTranslations('revisjonslogg'), await getMessages()];
  return (
    <Page title={t('tittel')} intro={t('forklaring')}>
      <Noedtilgangvarsler varsler={await listVarsler()} naa={new Date().toISOString()} />
      <NextIntlClientProvider messages={toLoggtekster(alle)}>
        <RevisjonsloggScreen formaal={listAlleFormaal()} />
      </NextIntlClientProvider>
    </Page>
  );
}
