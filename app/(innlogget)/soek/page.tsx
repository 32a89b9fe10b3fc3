/** The hit list. The page renders a frame; criteria and hits live in the browser only. */
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { SoekScreen } from '#components/soek/soek-screen.tsx';
import { toRadtekster } from '#messages/messages.ts';
import { KontekstKrav } from '../kontekst-krav.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('soek');
  return { title: t('tittel') };
}

export default async function SoekPage() {
  const [t, alle] = [await getTranslations('soek'), await getMessages()];
  return (
    <KontekstKrav
      handling="soek"
      tjenester={['soek', 'bulkoppslag']}
      title={t('tittel')}
      intro={t('forklaring')}
    >
      {(kontekst, sammendrag) => (
        <NextIntlClientProvider messages={{ ...toRadtekster(alle), soek: alle.soek }}>
          <SoekScreen kontekst={kontekst}>{sammendrag}</SoekScreen>
        </NextIntlClientProvider>
      )}
    </KontekstKrav>
  );
}
