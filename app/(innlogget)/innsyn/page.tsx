/** Innsyn, for the personvernombud. The letter's texts come in every language: the reader's is chosen on the page. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { InnsynScreen } from '#components/innsyn/innsyn-screen.tsx';
import { IngenTilgang } from '#components/shell/ingen-tilgang.tsx';
import { Page } from '#components/ui/page.tsx';
import type { Spraak } from '#lib/domain/spraak/spraak.ts';
import { getTekster } from '#lib/server/i18n.ts';
import { findSession } from '#lib/server/session.ts';
import { toRammetekster } from '#messages/messages.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('innsyn');
  return { title: t('tittel') };
}

function toBrevtekster(spraak: Spraak) {
  const { innsynsbrev, person } = getTekster(spraak);
  return { innsynsbrev, person: { egenskap: person.egenskap } };
}

export default async function InnsynPage() {
  const session = await findSession();
  if (!session) redirect('/logg-inn');
  if (!session.handlinger.includes('innsyn')) return <IngenTilgang />;
  const [t, alle] = [await getTranslations('innsyn'), await getMessages()];
  const brevtekster = { nb: toBrevtekster('nb'), nn: toBrevtekster('nn'), en: toBrevtekster('en') };
  return (
    <Page screenOnly title={t('tittel')} intro={t('forklaring')}>
      <NextIntlClientProvider
        messages={{ ...toRammetekster(alle), innsyn: alle.innsyn, innsynsbrev: alle.innsynsbrev }}
      >
        <InnsynScreen brevtekster={brevtekster} />
      </NextIntlClientProvider>
    </Page>
  );
}
