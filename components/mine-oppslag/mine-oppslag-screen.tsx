'use client';
/** What the user herself has done, newest first, with the receipt of each oppslag and a way back to those still kept. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { findKvittering } from '#components/mine-oppslag/kvittering.ts';
import { KvitteringVisning } from '#components/mine-oppslag/kvittering-visning.tsx';
import { ValgForHandling } from '#components/mine-oppslag/valg-for-handling.tsx';
import { Handlingsliste } from '#components/revisjonslogg/handlingsliste.tsx';
import { Sidevalg } from '#components/revisjonslogg/sidevalg.tsx';
import { useSider } from '#components/revisjonslogg/use-sider.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Page } from '#components/ui/page.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { listEgneOptions } from '#lib/client/mine-oppslag.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import type { Kvittering } from '#lib/domain/oppslag/oppslag.ts';
import type { EgenHandling } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

export function MineOppslagScreen({ formaal }: { formaal: readonly FormaalView[] }) {
  const t = useTranslations('mineOppslag');
  const egne = useInfiniteQuery(listEgneOptions());
  const blaing = useSider(egne.data?.pages ?? [], egne);
  const [kvittering, setKvittering] = useState<Kvittering | null>(null);
  const { side } = blaing;
  if (kvittering) return <KvitteringVisning kvittering={kvittering} onTilbake={() => setKvittering(null)} />;
  return (
    <Page title={t('tittel')} intro={t('forklaring')}>
      {egne.isPending && <Skeleton label={t('henter')} lines={8} />}
      {side && side.handlinger.length === 0 && <p role="status">{t('ingen')}</p>}
      {side && side.handlinger.length > 0 && (
        <Handlingsliste<EgenHandling>
          handlinger={side.handlinger}
          formaal={formaal}
          hvem="du"
          label={t('liste')}
        >
          {(handling) => (
            <ValgForHandling
              kept={handling.kept}
              kvittering={findKvittering(handling, formaal)}
              onKvittering={setKvittering}
            />
          )}
        </Handlingsliste>
      )}
      {egne.isError && (
        <div className="mt-4 max-w-3xl">
          <Feilutfall error={egne.error} onRetry={() => void (side ? blaing.showEldre() : egne.refetch())} />
        </div>
      )}
      {side && <Sidevalg sider={blaing} />}
    </Page>
  );
}
