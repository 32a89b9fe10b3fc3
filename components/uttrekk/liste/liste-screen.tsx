'use client';
/** The uttrekk that concern the user: what waits for her approval, her own, and those shared with her. */
import { useQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Lesefeil } from '#components/uttrekk/handlingsfeil.tsx';
import { Maler } from '#components/uttrekk/liste/maler.tsx';
import { Uttrekkstabell } from '#components/uttrekk/liste/uttrekkstabell.tsx';
import { listUttrekkOptions } from '#lib/client/uttrekk.ts';
import type { Uttrekksliste } from '#lib/domain/uttrekk/uttrekk.ts';

type ListeScreenProps = { kanBestille: boolean; kanGodkjenne: boolean };

export function ListeScreen({ kanBestille, kanGodkjenne }: ListeScreenProps) {
  const t = useTranslations('uttrekk.liste');
  const liste = useQuery(listUttrekkOptions());
  return (
    <div className="flex flex-col gap-8">
      {kanBestille && (
        <div>
          <NextLink className="ds-button" href="/uttrekk/ny">
            {t('ny')}
          </NextLink>
        </div>
      )}
      {liste.isPending && <Skeleton label={t('henter')} lines={5} />}
      {liste.isError && <Lesefeil error={liste.error} onRetry={() => void liste.refetch()} />}
      {liste.data && <Lister liste={liste.data} kanBestille={kanBestille} kanGodkjenne={kanGodkjenne} />}
      {kanBestille && <Maler />}
    </div>
  );
}

function Lister({ liste, kanBestille, kanGodkjenne }: ListeScreenProps & { liste: Uttrekksliste }) {
  const t = useTranslations('uttrekk.liste');
  const { egne, delte, tilGodkjenning } = liste;
  return (
    <>
      {kanGodkjenne && (
        <Uttrekkstabell tittel={t('tilGodkjenning')} rader={tilGodkjenning} tomt={t('ingenTilGodkjenning')} />
      )}
      {kanBestille && <Uttrekkstabell tittel={t('egne')} rader={egne} tomt={t('ingen')} />}
      {delte.length > 0 && <Uttrekkstabell tittel={t('delte')} rader={delte} tomt="" />}
    </>
  );
}
