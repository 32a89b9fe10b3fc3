/** One user's access. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BrukerScreen } from '#components/tilgang/bruker-screen.tsx';
import { TilgangRamme } from '../../tilgang-ramme.tsx';

/** The same title for everyone: a title is kept in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('bruker.tittel') };
}

export default async function BrukerPage({ params }: { params: Promise<{ brukerId: string }> }) {
  const { brukerId } = await params;
  return (
    <TilgangRamme handling="tilgangVisning">
      <BrukerScreen key={brukerId} brukerId={brukerId} />
    </TilgangRamme>
  );
}
