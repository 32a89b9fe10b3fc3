'use client';
/**
 * A search that may have many hits. Rules: nothing is sent that the register would refuse or that one fact alone could
 * page through, each page is asked for when it is opened, and a list that has run out says so.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { OppslagUtfall } from '#components/oppslag/oppslag-utfall.tsx';
import { TregtSvar } from '#components/oppslag/tregt-svar.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { SoekFelter } from '#components/soek/soek-felter.tsx';
import { SoekStatus } from '#components/soek/soek-status.tsx';
import { getSoektilstand } from '#components/soek/soek-tilstand.ts';
import { findTreffliste, keepTreffliste, type Treffliste } from '#components/soek/treffliste.ts';
import { useSoeknotat } from '#components/soek/use-soeknotat.ts';
import { UtenTreff } from '#components/soek/uten-treff.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { createSoekOptions } from '#lib/client/soek.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';
import type { Soekekriterier } from '#lib/domain/soek/soek.ts';
import type { Soekefelt } from '#lib/domain/soek/soekekriterier.ts';

// Not before there are hits to show.
const TrefflisteVisning = lazy(async () => ({
  default: (await import('#components/soek/treffliste-visning.tsx')).TrefflisteVisning,
}));

type SoekScreenProps = { kontekst: Kontekst; children: ReactNode };

/** `children` is what stands beside the form: purpose and case number. */
export function SoekScreen({ kontekst, children }: SoekScreenProps) {
  const t = useTranslations('soek');
  const client = useQueryClient();
  const hydrated = useHydrated();
  const [naa] = useState(() => new Date());
  const [husket, setHusket] = useState(() => findTreffliste(client));
  // The server has no list: until the browser's is known, an empty form stands.
  const liste = hydrated ? husket : null;
  const [endret, setEndret] = useState<Soekekriterier | null>(null);
  const utfylt = endret ?? liste?.utfylt ?? {};
  const [besoekt, setBesoekt] = useState<ReadonlySet<Soekefelt>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const tilstand = getSoektilstand(utfylt, naa);
  const notat = useSoeknotat(tilstand);

  const change = (ny: Treffliste | null) => {
    keepTreffliste(client, ny);
    setHusket(ny);
  };
  const soek = useMutation({
    ...createSoekOptions(),
    onSuccess: (result) => {
      if (result.utfall !== 'treff') return change(null);
      const { soekId, antall, foersteSide } = result;
      const sider = new Map([[foersteSide.side, foersteSide]]);
      change({ utfylt, soekId, antall, side: foersteSide.side, sider, valgt: new Set() });
    },
  });
  const run = () => {
    if (!soek.isPending) soek.mutate({ ...kontekst, kriterier: tilstand.kriterier });
  };
  const onSubmit = () => {
    setAttempt(attempt + 1);
    if (tilstand.feil.length === 0) run();
  };
  const onToem = () => {
    setEndret({});
    change(null);
    setBesoekt(new Set());
    setAttempt(0);
    soek.reset();
    document.getElementById('navn')?.focus();
  };
  const feil = Object.fromEntries(
    tilstand.feil.flatMap(({ felt, feil: grunn }) =>
      felt !== null && (attempt > 0 || besoekt.has(felt)) ? [[felt, t(`kriteriefeil.${grunn}`)]] : [],
    ),
  );
  const result = soek.data;
  return (
    <>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,54rem)_minmax(16rem,24rem)]">
        <Form onSubmit={onSubmit} className="flex min-w-0 flex-col gap-4">
          <SoekFelter
            utfylt={utfylt}
            feil={feil}
            notat={notat}
            onChange={(endring) => setEndret({ ...utfylt, ...endring })}
            onBlur={(felt) => setBesoekt(new Set([...besoekt, felt]))}
          />
          {attempt > 0 && tilstand.feil.length > 0 && (
            <ErrorSummary
              key={attempt}
              title={t('feilISoeket')}
              errors={tilstand.feil.map(({ felt, feil: grunn }) => ({
                fieldId: felt ?? 'navn',
                text: t(`kriteriefeil.${grunn}`),
              }))}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <button type="submit" className="ds-button" aria-busy={soek.isPending}>
              {t('soek')}
            </button>
            <button type="button" className="ds-button" data-variant="tertiary" onClick={onToem}>
              {t('toem')}
            </button>
          </div>
          <TregtSvar pending={soek.isPending} />
          {soek.isError && <Feilutfall error={soek.error} onRetry={run} />}
          {(result?.utfall === 'avvist' || result?.utfall === 'kildefeil') && (
            <OppslagUtfall key={soek.submittedAt} result={result} kontekst={kontekst} onRetry={run} />
          )}
          {(result?.utfall === 'ingenTreff' || result?.utfall === 'forMange') && (
            <UtenTreff key={soek.submittedAt} utfall={result.utfall} referanse={result.referanse} />
          )}
        </Form>
        <aside className="flex min-w-0 flex-col gap-6 lg:border-l lg:border-neutral-border-subtle lg:pl-8">
          <SoekStatus tilstand={tilstand} />
          {children}
        </aside>
      </div>
      {liste && (
        <Suspense fallback={<Skeleton label={t('liste.gjoerKlar')} lines={8} />}>
          <TrefflisteVisning
            key={liste.soekId}
            liste={liste}
            onChange={change}
            kontekst={kontekst}
            onNyttSoek={run}
          />
        </Suspense>
      )}
    </>
  );
}
