/** A tab of its own where one who is signed in proves it again, while the page that asked for it stands as it was. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NyInnlogging } from '#components/session/ny-innlogging.tsx';
import { findCurrentSession } from '#lib/server/session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('loggInn.igjen');
  return { title: t('tittel') };
}

type IgjenPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IgjenPage({ searchParams }: IgjenPageProps) {
  const session = await findCurrentSession();
  if (!session) redirect('/logg-inn');
  const { error, tilbake } = await searchParams;
  const feil = error === 'annenBruker' ? error : error === undefined ? null : 'feilet';
  return (
    <main id="innhold" tabIndex={-1} className="flex grow items-start justify-center px-4 py-[10vh]">
      <div className="w-full max-w-lg">
        <NyInnlogging
          feil={feil ?? (tilbake !== undefined && !session.nyligBekreftet ? 'ikkeSpurt' : null)}
          bekreftet={session.nyligBekreftet && feil === null}
        />
      </div>
    </main>
  );
}
