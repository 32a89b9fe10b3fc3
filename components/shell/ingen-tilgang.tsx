/** The user is signed in and may not see this page: says so, and what to do. */
import { useTranslations } from 'next-intl';
import { Page } from '#components/ui/page.tsx';

export function IngenTilgang() {
  const t = useTranslations('felles.ingenTilgang');
  return (
    <Page title={t('tittel')}>
      <p className="mt-2 max-w-2xl">{t('tekst')}</p>
    </Page>
  );
}
