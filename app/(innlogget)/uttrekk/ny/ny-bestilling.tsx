/** The order form with what this user's packages can order, or that they cannot. */
import { getTranslations } from 'next-intl/server';
import { Page } from '#components/ui/page.tsx';
import { BestillingScreen } from '#components/uttrekk/bygger/bestilling-screen.tsx';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import { hasTjeneste } from '#lib/domain/rettighetspakke/rettighetspakker.ts';
import { getByggervalg } from '../lister.ts';

type NyBestillingProps = { pakker: readonly Pakke[]; utkastId: string | null; malId: string | null };

export async function NyBestilling({ pakker, utkastId, malId }: NyBestillingProps) {
  const mulige = pakker.filter((pakke) => hasTjeneste(pakke, 'uttrekkTilpasset'));
  const [pakke] = mulige;
  if (pakke === undefined) {
    const t = await getTranslations('felles.ingenTjeneste');
    return (
      <Page title={t('tittel')}>
        <p className="mt-2 max-w-2xl">{t('tekst')}</p>
      </Page>
    );
  }
  const t = await getTranslations('uttrekk');
  return (
    <Page title={t(utkastId ? 'endreTittel' : 'nyTittel')} intro={t('nyForklaring')}>
      <BestillingScreen valg={await getByggervalg(mulige)} pakke={pakke} utkastId={utkastId} malId={malId} />
    </Page>
  );
}
