'use client';
/** A new order: empty, as it was left, from a template, or a draft that is changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { BestillingSkjema, skjemaminne } from '#components/uttrekk/bygger/bestilling-skjema.tsx';
import type { Byggervalg } from '#components/uttrekk/bygger/byggervalg.ts';
import { createSkjema, type Skjema, toSkjema } from '#components/uttrekk/bygger/skjema.ts';
import { Lesefeil } from '#components/uttrekk/handlingsfeil.tsx';
import { listMalerOptions, readUttrekkOptions } from '#lib/client/uttrekk.ts';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Bestilling } from '#lib/domain/uttrekk/bestilling.ts';

type BestillingScreenProps = {
  valg: Byggervalg;
  pakke: Pakke;
  utkastId: string | null;
  malId: string | null;
};

export function BestillingScreen({ valg, pakke, utkastId, malId }: BestillingScreenProps) {
  const client = useQueryClient();
  const hydrated = useHydrated();
  if (utkastId !== null) return <FraUtkast valg={valg} utkastId={utkastId} />;
  if (malId !== null) return <FraMal valg={valg} malId={malId} pakke={pakke} />;
  // The server has nothing that was typed: until the browser's is known, an empty form stands.
  const husket = hydrated ? skjemaminne.find(client) : null;
  return (
    <BestillingSkjema
      key={husket ? 'husket' : 'tomt'}
      valg={valg}
      start={husket ?? createSkjema(pakke, valg.formaal)}
      erstatter={null}
    />
  );
}

/** Fields and packages that are no longer the user's are left out: the form says what is missing then. */
function limitSkjema(bestilling: Bestilling, valg: Byggervalg): Skjema {
  const skjema = toSkjema(bestilling);
  const kjente = new Set(valg.felter.map(({ id }) => id));
  return { ...skjema, felter: skjema.felter.filter((id) => kjente.has(id)) };
}

function FraUtkast({ valg, utkastId }: { valg: Byggervalg; utkastId: string }) {
  const t = useTranslations('uttrekk');
  const utkast = useQuery(readUttrekkOptions(utkastId));
  if (utkast.isPending) return <Skeleton label={t('henter')} lines={8} />;
  if (utkast.isError) return <Lesefeil error={utkast.error} onRetry={() => void utkast.refetch()} />;
  const { bestilling, avtrykk } = utkast.data;
  return (
    <BestillingSkjema
      valg={valg}
      start={limitSkjema(bestilling, valg)}
      erstatter={{ uttrekkId: utkastId, avtrykk }}
    />
  );
}

function FraMal({ valg, malId, pakke }: { valg: Byggervalg; malId: string; pakke: Pakke }) {
  const t = useTranslations('uttrekk');
  const maler = useQuery(listMalerOptions());
  if (maler.isPending) return <Skeleton label={t('henter')} lines={8} />;
  if (maler.isError) return <Lesefeil error={maler.error} onRetry={() => void maler.refetch()} />;
  const mal = maler.data.maler.find((en) => en.malId === malId);
  const start = mal ? limitSkjema(mal.bestilling, valg) : createSkjema(pakke, valg.formaal);
  return <BestillingSkjema valg={valg} start={start} erstatter={null} />;
}
