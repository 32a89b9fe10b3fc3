/** One uttrekk. The page renders a frame; the browser asks for what it shows, and the server decides who may see it. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UttrekkScreen } from '#components/uttrekk/side/uttrekk-screen.tsx';
import { getEnv } from '#lib/server/env.ts';
import { getNavneliste } from '../lister.ts';
import { UttrekkRamme } from '../uttrekk-ramme.tsx';

/** The same title for everyone: a title is kept in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('uttrekk');
  return { title: t('sideTittel') };
}

export default async function UttrekkssidePage({ params }: { params: Promise<{ uttrekkId: string }> }) {
  const { uttrekkId } = await params;
  return (
    <UttrekkRamme handling="uttrekkVisning">
      {async () => (
        <UttrekkScreen
          key={uttrekkId}
          uttrekkId={uttrekkId}
          navneliste={await getNavneliste()}
          manifestnoekkel={getEnv().MANIFEST_OFFENTLIG}
        />
      )}
    </UttrekkRamme>
  );
}
