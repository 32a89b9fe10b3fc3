/** What the user herself has done, for everyone with a role. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { MineOppslagScreen } from '#components/mine-oppslag/mine-oppslag-screen.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { listAlleFormaal } from '#lib/server/formaal.ts';
import { findSession } from '#lib/server/session.ts';
import { toLoggtekster } from '#messages/messages.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mineOppslag');
  return { title: t('tittel') };
}

export default async function MineOppslagPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes('mineOppslag')) return <IngenTilgang />;
  const alle = await getMessages();
  // The receipt names every field there is.
  const { kontakt, mineOppslag, person } = alle;
  return (
    <NextIntlClientProvider messages={{ ...toLoggtekster(alle), kontakt, mineOppslag, person }}>
      <MineOppslagScreen formaal={listAlleFormaal()} />
    </NextIntlClientProvider>
  );
}
