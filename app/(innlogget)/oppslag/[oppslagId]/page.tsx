/** The person view. The page renders a frame only: what the register said is fetched by the browser, by POST. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { PersonScreen } from '#components/oppslag/person-screen.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { getKrrEnv } from '#lib/server/env.ts';
import { findSession } from '#lib/server/session.ts';

/** The same title for everyone: a title is kept in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('personside');
  return { title: t('tittel') };
}

export default async function OppslagPage({ params }: { params: Promise<{ oppslagId: string }> }) {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes('oppslag')) return <IngenTilgang />;
  const { oppslagId } = await params;
  return (
    <NextIntlClientProvider messages={await getMessages()}>
      <PersonScreen
        key={oppslagId}
        oppslagId={oppslagId}
        kontekst={session.kontekst}
        harKrr={getKrrEnv() !== null}
      />
    </NextIntlClientProvider>
  );
}
