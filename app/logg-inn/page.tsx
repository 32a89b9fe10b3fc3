/** Sign-in, and why the user meets it. Shows nothing of whoever was here before. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LoginButton } from '#components/session/login-button.tsx';
import { LoginNotice } from '#components/session/login-notice.tsx';
import { Spraakvalg } from '#components/shell/spraakvalg.tsx';
import { findSession } from '#lib/server/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('loggInn');
  return { title: t('tittel') };
}

type LoggInnPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoggInnPage({ searchParams }: LoggInnPageProps) {
  const { aarsak, error } = await searchParams;
  // Who is signed in comes here only when proving it again went wrong.
  if (await findSession()) redirect(error === undefined ? '/' : '/logg-inn/igjen?error=feilet');
  const t = await getTranslations('loggInn');
  return (
    <main id="innhold" tabIndex={-1} className="flex grow items-start justify-center px-4 py-[10vh]">
      <div className="w-full max-w-lg">
        <LoginNotice aarsak={aarsak} error={error} />
        <h1 className="ds-heading mb-2" data-size="md">
          {t('portalnavn')}
        </h1>
        <p className="mb-6">{t('forklaring')}</p>
        <LoginButton />
        <p className="mt-6 mb-6 text-sm text-neutral-text-subtle">{t('logges')}</p>
        <Spraakvalg />
      </div>
    </main>
  );
}
