'use client';
/**
 * The user's own oppslag that can still be read, to return to one without a new act. Rule: by receipt and never by number
 * or name, and each disappears when its half hour is over.
 */
import { useQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ProevIgjenButton } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { listMineOptions } from '#lib/client/oppslag.ts';
import type { FormaalView } from '#lib/domain/formaal/formaal.ts';
import { listLevende } from '#lib/domain/oppslag/levende.ts';
import type { MittOppslag } from '#lib/domain/oppslag/mitt-oppslag.ts';

/** How many are shown before the rest open on demand: a day's work must not push the search off the screen. */
const SHOWN = 5;

type MineOppslagProps = { formaal: readonly FormaalView[] };

export function MineOppslag({ formaal }: MineOppslagProps) {
  const t = useTranslations('start.mine');
  const mine = useQuery(listMineOptions());
  const levende = useLevende(mine.data ?? []);
  const [nyeste, eldre] = [levende.slice(0, SHOWN), levende.slice(SHOWN)];
  return (
    <section aria-labelledby="mine-oppslag" className="mt-4 print:hidden">
      <h2 id="mine-oppslag" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {mine.isPending && <Skeleton label={t('henter')} lines={2} />}
      {mine.isError && <Feilet onRetry={() => void mine.refetch()} />}
      {mine.isSuccess && levende.length === 0 && <p className="text-neutral-text-subtle">{t('ingen')}</p>}
      <Liste oppslag={nyeste} formaal={formaal} />
      {eldre.length > 0 && (
        <details className="disclosure">
          <summary className="py-1">{t('visEldre', { antall: eldre.length })}</summary>
          <Liste oppslag={eldre} formaal={formaal} />
        </details>
      )}
      <NextLink className="ds-link mt-2 inline-block" href="/mine-oppslag">
        {t('alle')}
      </NextLink>
    </section>
  );
}

/** Those that can be read now. The clock is set for the next that expires, and not before. */
function useLevende(mine: readonly MittOppslag[]): MittOppslag[] {
  const [naa, setNaa] = useState(() => Date.now());
  const levende = listLevende(mine, naa);
  const neste = Math.min(...levende.map(({ utloeper }) => Date.parse(utloeper)));
  // An effect, since a clock is outside React.
  useEffect(() => {
    if (!Number.isFinite(neste)) return;
    // A timer may come a moment early; the time it was set for has passed all the same.
    const timer = setTimeout(() => setNaa(Math.max(neste, Date.now())), neste - Date.now());
    return () => clearTimeout(timer);
  }, [neste]);
  return levende;
}

function Liste({ oppslag, formaal }: { oppslag: readonly MittOppslag[] } & MineOppslagProps) {
  if (oppslag.length === 0) return null;
  return (
    <ul className="divide-y divide-neutral-border-subtle">
      {oppslag.map((ett) => (
        <Rad key={ett.oppslagId} oppslag={ett} formaal={formaal} />
      ))}
    </ul>
  );
}

function Rad({ oppslag, formaal }: { oppslag: MittOppslag } & MineOppslagProps) {
  const t = useTranslations('start.mine');
  const tPakke = useTranslations('pakke');
  const { showKlokkeslett } = useFormat();
  const navn = formaal.find(({ id }) => id === oppslag.formaal)?.navn ?? oppslag.formaal;
  const sak = oppslag.saksreferanse || t('utenSak');
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
      {/* No prefetch: an oppslag is opened by a human, not by being on the screen. */}
      <NextLink className="ds-link" href={`/oppslag/${oppslag.oppslagId}`} prefetch={false}>
        {t('lenke', { klokkeslett: showKlokkeslett(oppslag.tidspunkt) })}
      </NextLink>
      <span className="min-w-0 break-words">{[sak, navn, tPakke(oppslag.pakke)].join(' · ')}</span>
      <span className="text-neutral-text-subtle">
        {t('visesTil', { klokkeslett: showKlokkeslett(oppslag.utloeper) })}
      </span>
    </li>
  );
}

function Feilet({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('start.mine');
  return (
    <div role="alert">
      <p>{t('feilet')}</p>
      <ProevIgjenButton onRetry={onRetry} />
    </div>
  );
}
