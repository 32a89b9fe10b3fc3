'use client';
/** One user's access: what counts and why, what can be done about it, and what has been done. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Brukerhode } from '#components/tilgang/brukerhode.tsx';
import { GiRettighet } from '#components/tilgang/gi-rettighet.tsx';
import { Historikk } from '#components/tilgang/historikk.tsx';
import { Rettighetstabell } from '#components/tilgang/rettighetstabell.tsx';
import { Svarboks } from '#components/tilgang/svarboks.tsx';
import { Page } from '#components/ui/page.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { type Brukerhandling, changeBrukerOptions, readBrukerOptions } from '#lib/client/tilgang.ts';
import type { Brukerside } from '#lib/domain/tilgang/bruker.ts';
import type { Tilgangsavslag } from '#lib/domain/tilgang/decide-endring.ts';
import { kreverBekreftelse } from '#lib/domain/tilgang/rettighet.ts';

export function BrukerScreen({ brukerId }: { brukerId: string }) {
  const t = useTranslations('tilgang.bruker');
  const bruker = useQuery(readBrukerOptions(brukerId));
  if (bruker.isPending)
    return (
      <Page title={t('tittel')}>
        <Skeleton label={t('henter')} lines={8} />
      </Page>
    );
  if (bruker.isError)
    return (
      <Page title={t('tittel')}>
        <Feilutfall error={bruker.error} onRetry={() => void bruker.refetch()} />
      </Page>
    );
  return (
    <Page title={bruker.data.navn}>
      <Innhold side={bruker.data} />
    </Page>
  );
}

type Svar = { nr: number; avslag: Tilgangsavslag | null; handling: Brukerhandling };

/** What came of it: a right that somebody must confirm is given and does not count yet. */
const findUtfoert = (handling: Brukerhandling) =>
  handling.slag === 'gi' && kreverBekreftelse(handling.rettighet) ? 'giVenter' : handling.slag;

function Innhold({ side }: { side: Brukerside }) {
  const t = useTranslations('tilgang');
  const client = useQueryClient();
  const [svar, setSvar] = useState<Svar | null>(null);
  /** Whose text the act on its way is, also when it is tried again. */
  const onUtfoert = useRef<(() => void) | undefined>(undefined);
  const handling = useMutation({
    ...changeBrukerOptions(side.brukerId),
    onMutate: () => setSvar(null),
    onSuccess: ({ avslag, side: ny }, utfoert) => {
      client.setQueryData(readBrukerOptions(side.brukerId).queryKey, ny);
      setSvar({ nr: Date.now(), avslag, handling: utfoert });
      if (avslag === null) onUtfoert.current?.();
    },
  });
  const props = {
    side,
    pending: handling.isPending,
    onHandling: (en: Brukerhandling, naarUtfoert?: () => void) => {
      if (handling.isPending) return;
      onUtfoert.current = naarUtfoert;
      handling.mutate(en);
    },
  };
  return (
    <div className="mt-2 flex max-w-6xl flex-col gap-8">
      {svar && (
        <Svarboks
          key={svar.nr}
          tekst={
            svar.avslag === null ? t(`utfoert.${findUtfoert(svar.handling)}`) : t(`avslag.${svar.avslag}`)
          }
          farge={svar.avslag === null ? 'success' : 'warning'}
        />
      )}
      {handling.isError && (
        <Feilutfall error={handling.error} onRetry={() => handling.mutate(handling.variables)} />
      )}
      <Brukerhode {...props} />
      <Rettighetstabell {...props} />
      {side.kanEndres && <GiRettighet {...props} />}
      <Historikk historikk={side.historikk} />
    </div>
  );
}
