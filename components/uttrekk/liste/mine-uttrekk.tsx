'use client';
/** The user's own uttrekk that are under way or wait for her, on the start page. */
import { useQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Tilstandsmerke } from '#components/uttrekk/tilstandsmerke.tsx';
import { isLevende, listUttrekkOptions } from '#lib/client/uttrekk.ts';

export function MineUttrekk() {
  const t = useTranslations('uttrekk.mine');
  const tUttrekk = useTranslations('uttrekk');
  const liste = useQuery(listUttrekkOptions());
  const levende = [...(liste.data?.tilGodkjenning ?? []), ...(liste.data?.egne ?? []).filter(isLevende)];
  return (
    <section aria-labelledby="mine-uttrekk" className="mt-8 max-w-[54rem] print:hidden">
      <h2 id="mine-uttrekk" className="ds-heading mb-1" data-size="2xs">
        {t('tittel')}
      </h2>
      {liste.isPending && <Skeleton label={tUttrekk('liste.henter')} lines={2} />}
      {liste.isError && <p role="alert">{t('feilet')}</p>}
      {liste.isSuccess && levende.length === 0 && <p className="text-neutral-text-subtle">{t('ingen')}</p>}
      <ul className="divide-y divide-neutral-border-subtle">
        {levende.map((rad) => (
          <li key={rad.uttrekkId} className="flex flex-wrap items-center gap-x-4 gap-y-0.5 py-2">
            <NextLink className="ds-link" href={`/uttrekk/${rad.uttrekkId}`} prefetch={false}>
              {rad.navn}
            </NextLink>
            <Tilstandsmerke rad={rad} />
          </li>
        ))}
      </ul>
      <NextLink className="ds-link" href="/uttrekk">
        {t('alle')}
      </NextLink>
    </section>
  );
}
