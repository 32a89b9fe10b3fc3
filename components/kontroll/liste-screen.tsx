'use client';
/** The cases to review: what is most urgent first, with a filter that lives on the screen and nowhere else. */
import { useInfiniteQuery } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Sakstabell } from '#components/kontroll/sakstabell.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { listSakerOptions, type Saksfilter } from '#lib/client/kontroll.ts';
import { KILDER, REGEL_IDER } from '#lib/domain/kontroll/sak.ts';

const VISNINGER = ['aapne', 'forfalte', 'hosLeder', 'avsluttede'] as const satisfies Saksfilter['vis'][];

type FilterProps = { filter: Saksfilter; onFilter: (filter: Saksfilter) => void };

export function ListeScreen() {
  const t = useTranslations('kontroll');
  const [filter, setFilter] = useState<Saksfilter>({ vis: 'aapne', kilde: null, regel: null });
  return (
    <div className="flex flex-col gap-5">
      <Filter filter={filter} onFilter={setFilter} />
      <Saker key={JSON.stringify(filter)} filter={filter} />
      <p>
        <NextLink className="ds-link" href="/kontroll/statistikk">
          {t('statistikk.lenke')}
        </NextLink>
      </p>
    </div>
  );
}

function Filter({ filter, onFilter }: FilterProps) {
  const t = useTranslations('kontroll');
  return (
    <div className="grid max-w-4xl items-start gap-x-6 gap-y-3 sm:grid-cols-3">
      <SelectField
        id="vis"
        label={t('filter.vis')}
        value={filter.vis}
        options={VISNINGER.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={({ target }) =>
          onFilter({ ...filter, vis: VISNINGER.find((en) => en === target.value) ?? 'aapne' })
        }
      />
      <SelectField
        id="kilde"
        label={t('filter.kilde')}
        value={filter.kilde ?? ''}
        options={[
          { value: '', label: t('filter.alle') },
          ...KILDER.map((value) => ({ value, label: t(`kilde.${value}`) })),
        ]}
        onChange={({ target }) =>
          onFilter({ ...filter, kilde: KILDER.find((en) => en === target.value) ?? null })
        }
      />
      <SelectField
        id="regel"
        label={t('filter.regel')}
        value={filter.regel ?? ''}
        options={[
          { value: '', label: t('filter.alle') },
          ...REGEL_IDER.map((value) => ({ value, label: t(`regel.${value}.navn`) })),
        ]}
        onChange={({ target }) =>
          onFilter({ ...filter, regel: REGEL_IDER.find((en) => en === target.value) ?? null })
        }
      />
    </div>
  );
}

function Saker({ filter }: { filter: Saksfilter }) {
  const t = useTranslations('kontroll');
  const liste = useInfiniteQuery(listSakerOptions(filter));
  if (liste.isPending) return <Skeleton label={t('henter')} lines={6} />;
  const sider = liste.data?.pages ?? [];
  const saker = sider.flatMap((side) => side.saker);
  const egne = sider[0]?.egne ?? 0;
  return (
    <div>
      {egne > 0 && <p className="mb-3">{t('egne', { antall: egne })}</p>}
      {saker.length > 0 && <Sakstabell saker={saker} />}
      {liste.isSuccess && saker.length === 0 && <p role="status">{t(`ingen.${filter.vis}`)}</p>}
      {liste.isError && (
        <div className="mt-4 max-w-3xl">
          <Feilutfall
            error={liste.error}
            onRetry={() => void (saker.length > 0 ? liste.fetchNextPage() : liste.refetch())}
          />
        </div>
      )}
      {liste.hasNextPage && !liste.isError && (
        <button
          type="button"
          className="ds-button mt-4"
          data-variant="secondary"
          aria-busy={liste.isFetchingNextPage}
          onClick={() => {
            if (!liste.isFetchingNextPage) void liste.fetchNextPage();
          }}
        >
          {t('visFlere')}
        </button>
      )}
    </div>
  );
}
