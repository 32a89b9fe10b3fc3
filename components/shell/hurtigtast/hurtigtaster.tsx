'use client';
/** The shortcuts, on unless switched off (WCAG 2.1.4), and their help sheet, fetched when it is first opened. */
import { useTranslations } from 'next-intl';
import { lazy, type Ref, Suspense, useState } from 'react';
import { useHurtigtaster } from '#components/shell/hurtigtast/use-hurtigtaster.ts';
import { HURTIGTAST_COOKIE, keepPreference } from '#components/shell/preferences.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Handling } from '#lib/domain/session/session.ts';

const Hurtigtastark = lazy(async () => ({
  default: (await import('#components/shell/hurtigtast/hurtigtastark.tsx')).Hurtigtastark,
}));

type HurtigtasterProps = {
  /** The sheet, which the user menu opens too. */
  ref: Ref<HTMLDialogElement>;
  /** Whether it has been opened. */
  aapnet: boolean;
  /** As the browser remembers it. */
  paa: boolean;
  /** The sheet lists what this user can do with them. */
  handlinger: readonly Handling[];
  onHjelp: () => void;
};

export function Hurtigtaster({ ref, aapnet, paa, handlinger, onHjelp }: HurtigtasterProps) {
  const t = useTranslations('felles.hurtigtast');
  const [enabled, setEnabled] = useState(paa);
  useHurtigtaster(enabled, handlinger, onHjelp);
  const onChange = (next: boolean) => {
    setEnabled(next);
    void keepPreference(HURTIGTAST_COOKIE, next ? 'paa' : 'av', Date.now());
  };
  return (
    <Dialog ref={ref} title={t('tittel')} closeLabel={t('lukk')}>
      {aapnet && (
        <Suspense fallback={<Skeleton label={t('henter')} lines={12} />}>
          <Hurtigtastark enabled={enabled} onChange={onChange} handlinger={handlinger} />
        </Suspense>
      )}
    </Dialog>
  );
}
