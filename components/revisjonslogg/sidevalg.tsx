/** Older and newer pages of a reading. The number is that of the page from the newest, since nobody counts them all. */
import { useTranslations } from 'next-intl';
import type { Sider } from '#components/revisjonslogg/use-sider.ts';

export function Sidevalg({ sider }: { sider: Sider<unknown> }) {
  const { nummer, harEldre, henter, showEldre, showNyere } = sider;
  const t = useTranslations('revisjonslogg.sider');
  if (nummer === 0 && !harEldre) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3">
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={nummer === 0}
        onClick={showNyere}
      >
        {t('nyere')}
      </button>
      <p role="status">{henter ? t('henter') : t('nummer', { nummer: nummer + 1 })}</p>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={!harEldre}
        aria-busy={henter}
        onClick={() => {
          if (harEldre) void showEldre();
        }}
      >
        {t('eldre')}
      </button>
    </div>
  );
}
