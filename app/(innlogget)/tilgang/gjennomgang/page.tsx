/** Going through who has access: for administrators, and for a leder her own unit. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GjennomgangScreen } from '#components/tilgang/gjennomgang-screen.tsx';
import { Page } from '#components/ui/page.tsx';
import { findSession } from '#lib/server/session.ts';
import { TilgangRamme } from '../tilgang-ramme.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tilgang');
  return { title: t('gjennomgang.tittel') };
}

export default async function GjennomgangPage() {
  const [t, session] = [await getTranslations('tilgang'), await findSession()];
  return (
    <TilgangRamme handling="tilgangGjennomgang">
      <Page title={t('gjennomgang.tittel')} intro={t('gjennomgang.forklaring')}>
        <GjennomgangScreen kanStarte={session?.handlinger.includes('tilgang') ?? false} />
      </Page>
    </TilgangRamme>
  );
}
