'use client';
/**
 * One uttrekk: where it stands, what can be done, and what it gave. Rule: the page shows what the server says and offers
 * what the server allows; closing it changes nothing.
 */
import { useMutation } from '@tanstack/react-query';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Tidspunkt } from '#components/ui/dato.tsx';
import { focusOnMount } from '#components/ui/focus.ts';
import { Page } from '#components/ui/page.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Bestillingskort } from '#components/uttrekk/bestillingskort.tsx';
import { Handlingsfeil, Lesefeil } from '#components/uttrekk/handlingsfeil.tsx';
import type { Navneliste } from '#components/uttrekk/navneliste.ts';
import { Avklaring } from '#components/uttrekk/side/avklaring.tsx';
import { DELT_MED, Deling } from '#components/uttrekk/side/deling.tsx';
import { Filer } from '#components/uttrekk/side/filer.tsx';
import { Fullstendighet } from '#components/uttrekk/side/fullstendighet.tsx';
import { Godkjenning } from '#components/uttrekk/side/godkjenning.tsx';
import { Handlinger } from '#components/uttrekk/side/handlinger.tsx';
import { Kontroll } from '#components/uttrekk/side/kontroll.tsx';
import { Merknader } from '#components/uttrekk/side/merknader.tsx';
import { Tilstandskort, UTTREKKSTILSTAND } from '#components/uttrekk/side/tilstandskort.tsx';
import { useUttrekk } from '#components/uttrekk/side/use-uttrekk.ts';
import { handleUttrekkOptions, type Uttrekkshandling } from '#lib/client/uttrekk.ts';
import type { Uttrekksside, Uttrekksvalg } from '#lib/domain/uttrekk/uttrekk.ts';

// What only some uttrekk have is fetched when one has it.
const Batcher = lazy(async () => ({
  default: (await import('#components/uttrekk/side/batcher.tsx')).Batcher,
}));
const Bilder = lazy(async () => ({
  default: (await import('#components/uttrekk/side/bilder.tsx')).Bilder,
}));
const HoldOppdatert = lazy(async () => ({
  default: (await import('#components/uttrekk/side/hold-oppdatert.tsx')).HoldOppdatert,
}));
const Sammenligning = lazy(async () => ({
  default: (await import('#components/uttrekk/side/sammenligning.tsx')).Sammenligning,
}));

/** Who may order, change or approve an order is shown what the check says of it. */
const KONTROLLERES = ['bestill', 'endre', 'godkjenn'] as const satisfies Uttrekksvalg[];

type Avgjoerelse = 'godkjent' | 'avslaatt';
type UttrekkScreenProps = { uttrekkId: string; navneliste: Navneliste; manifestnoekkel: string };

export function UttrekkScreen({ uttrekkId, navneliste, manifestnoekkel }: UttrekkScreenProps) {
  const t = useTranslations('uttrekk');
  const uttrekk = useUttrekk(uttrekkId);
  const { side, feil, slettes } = uttrekk;
  const [avgjort, setAvgjort] = useState<Avgjoerelse | null>(null);
  if (avgjort !== null)
    return (
      <Page title={t('sideTittel')}>
        {/* The form that was answered is gone, and all that was around it. */}
        <div ref={focusOnMount} tabIndex={-1} className="mt-2">
          <Alert color="success" title={t(`avgjort.${avgjort}`)}>
            <p>{t('avgjort.tekst')}</p>
          </Alert>
        </div>
        <Tilbake />
      </Page>
    );
  const erBorte = feil?.kode === 'IKKE_FUNNET' || feil?.kode === 'IKKE_TILGANG';
  if (feil !== null && (side === null || erBorte))
    return (
      <Page title={t('sideTittel')}>
        <Lesefeil error={feil} onRetry={uttrekk.retry} />
        <Tilbake />
      </Page>
    );
  if (side === null)
    return (
      <Page title={t('sideTittel')}>
        <Skeleton label={t('henter')} lines={8} />
      </Page>
    );
  return (
    <Page title={side.navn}>
      <Tilbake />
      {feil !== null && <p role="alert">{t('utdatert')}</p>}
      <Innhold
        side={side}
        slettes={slettes}
        navneliste={navneliste}
        manifestnoekkel={manifestnoekkel}
        onSide={uttrekk.keep}
        onAvgjort={setAvgjort}
      />
    </Page>
  );
}

function Tilbake() {
  const t = useTranslations('uttrekk');
  return (
    <p className="my-2">
      <NextLink className="ds-link" href="/uttrekk">
        {t('tilListen')}
      </NextLink>
    </p>
  );
}

type InnholdProps = {
  side: Uttrekksside;
  slettes: boolean;
  navneliste: Navneliste;
  manifestnoekkel: string;
  onSide: (side: Uttrekksside) => void;
  /** A leder has decided, and has nothing more to see here. */
  onAvgjort: (utfall: Avgjoerelse) => void;
};

function Innhold({ side, slettes, navneliste, manifestnoekkel, onSide, onAvgjort }: InnholdProps) {
  const t = useTranslations('uttrekk');
  const handling = useMutation({
    ...handleUttrekkOptions(side.uttrekkId),
    onSuccess: (ny, gjort) => {
      if (ny !== null) onSide(ny);
      document.getElementById(gjort.slag === 'deling' ? DELT_MED : UTTREKKSTILSTAND)?.focus();
      if (gjort.slag === 'godkjenning') onAvgjort(gjort.utfall);
    },
  });
  const props = {
    side,
    onHandling: (en: Uttrekkshandling) => {
      if (!handling.isPending) handling.mutate(en);
    },
    pending: handling.isPending,
  };
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,54rem)_minmax(16rem,30rem)]">
      <div className="flex min-w-0 flex-col gap-8">
        <div className="flex flex-col gap-4">
          <p className="text-neutral-text-subtle">
            {t('bestiltAv', { eier: side.eier })} · <Tidspunkt tidspunkt={side.opprettet} />
          </p>
          <Tilstandskort side={side} slettes={slettes} />
          <Handlinger {...props} />
          {handling.isError && <Handlingsfeil error={handling.error} />}
        </div>
        {side.valg.includes('avklar') && <Avklaring {...props} />}
        {/* What she comes for, before what she knows. */}
        <Filer side={side} manifestnoekkel={manifestnoekkel} />
        <Fullstendighet bevis={side.fullstendighet} />
        <Bestillingskort bestilling={side.bestilling} navneliste={navneliste} />
        {KONTROLLERES.some((valg) => side.valg.includes(valg)) && <Kontroll side={side} onSide={onSide} />}
        <Godkjenning {...props} />
        <Etterpaa side={side} navneliste={navneliste} />
      </div>
      <aside className="flex min-w-0 flex-col gap-8 lg:border-l lg:border-neutral-border-subtle lg:pl-8">
        <Deling {...props} />
        <Merknader merknader={side.merknader} />
      </aside>
    </div>
  );
}

/** What takes room and time, and is there for few: pictures, what has happened since, comparison, every batch. */
function Etterpaa({ side, navneliste }: Pick<InnholdProps, 'side' | 'navneliste'>) {
  const t = useTranslations('uttrekk');
  return (
    <Suspense fallback={<Skeleton label={t('henter')} lines={4} />}>
      {side.fordelinger.length > 0 && <Bilder fordelinger={side.fordelinger} navneliste={navneliste} />}
      {side.valg.includes('holdOppdatert') && <HoldOppdatert uttrekkId={side.uttrekkId} />}
      {side.valg.includes('sammenlign') && <Sammenligning uttrekkId={side.uttrekkId} />}
      {side.batcher.length > 0 && <Batcher batcher={side.batcher} />}
    </Suspense>
  );
}
