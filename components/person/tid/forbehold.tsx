/** What every view in time must say: history is the register's corrected one, and has no promise of being whole. */
import { useTranslations } from 'next-intl';

export function Forbehold() {
  const t = useTranslations('tid');
  return <p className="mb-3 max-w-3xl text-sm text-neutral-text-subtle">{t('forbehold')}</p>;
}
