/** The outermost frame: language, font, theme and texts. The theme comes from a cookie, so that nothing flashes. */
import '@fontsource-variable/inter';
import './globals.css';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { parseTema, TEMA_COOKIE } from '#components/shell/preferences.ts';
import { Providers } from '#components/shell/providers.tsx';
import { toRammetekster } from '#messages/messages.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('felles');
  return {
    title: { default: t('portalnavn'), template: `%s – ${t('portalnavn')}` },
    icons: { icon: '/ikon.svg' },
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, locale, store] = await Promise.all([getTranslations('felles'), getLocale(), cookies()]);
  return (
    <html lang={locale} data-color-scheme={parseTema(store.get(TEMA_COOKIE)?.value)} data-size="sm">
      <body className="flex min-h-dvh flex-col">
        <a className="ds-skiplink" href="#innhold">
          {t('hoppTilInnhold')}
        </a>
        <NextIntlClientProvider messages={toRammetekster(await getMessages())}>
          <Providers>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
