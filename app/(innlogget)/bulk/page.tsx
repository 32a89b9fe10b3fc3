/** Many numbers at once. The page renders a frame; lists and answers live in the browser only. */
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { BulkScreen } from '#components/bulk/bulk-screen.tsx';
import { toRadtekster } from '#messages/messages.ts';
import { KontekstKrav } from '../kontekst-krav.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulk');
  return { title: t('tittel') };
}

export default async function BulkPage() {
  const [t, alle] = [await getTranslations('bulk'), await getMessages()];
  return (
    <KontekstKrav handling="bulk" tjenester={['bulkoppslag']} title={t('tittel')} intro={t('forklaring')}>
      {(kontekst, sammendrag) => (
        <NextIntlClientProvider messages={{ ...toRadtekster(alle), bulk: alle.bulk }}>
          <BulkScreen kontekst={kontekst}>{sammendrag}</BulkScreen>
        </NextIntlClientProvider>
      )}
    </KontekstKrav>
  );
}
