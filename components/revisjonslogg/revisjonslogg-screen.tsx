'use client';
/** The revisjonslogg for its readers: acts as sentences, newest first, by filters. Reading it is logged too. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EksportButton } from '#components/revisjonslogg/eksport-button.tsx';
import { TOMT_FILTER, toUtfylt } from '#components/revisjonslogg/filter.ts';
import { BEGRUNNELSE_ID, FilterSkjema, VIS_LOGGEN_ID } from '#components/revisjonslogg/filter-skjema.tsx';
import { Filterbrikker } from '#components/revisjonslogg/filterbrikker.tsx';
import { Forseglingsstripe } from '#components/revisjonslogg/forseglingsstripe.tsx';
import { Handlingsliste } from '#components/revisjonslogg/handlingsliste.tsx';
import { Sidevalg } from '#components/revisjonslogg/sidevalg.tsx';
import { useLesning } from '#components/revisjonslogg/use-lesning.ts';
import type { Formaalnavn } from '#components/revisjonslogg/use-loggord.ts';
import { Visninger } from '#components/revisjonslogg/visninger.tsx';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

export function RevisjonsloggScreen({ formaal }: { formaal: readonly Formaalnavn[] }) {
  const t = useTranslations('revisjonslogg');
  const [melding, setMelding] = useState('');
  const lesning = useLesning(() => {
    setMelding(t('begrunnelse.ny'));
    document.getElementById(BEGRUNNELSE_ID)?.focus();
  });
  /** What takes a filter away goes with it. The others are one Tab from here. */
  const keepPlace = () => document.getElementById(VIS_LOGGEN_ID)?.focus();
  const { svar, blaing } = lesning;
  const { side } = blaing;
  const start: typeof lesning.start = (utfylt) => {
    setMelding('');
    lesning.start(utfylt);
  };
  return (
    <>
      <Forseglingsstripe />
      <Visninger filter={lesning.filter} onVis={(filter) => start(toUtfylt(filter))} />
      <FilterSkjema
        utfylt={lesning.utfylt}
        onChange={lesning.setUtfylt}
        onSubmit={() => start(lesning.utfylt)}
        forsoek={lesning.forsoek}
        naa={lesning.naa}
        erGjenbrukt={lesning.erGjenbrukt}
        formaal={formaal}
      />
      <p role="status" className={melding === '' ? 'ds-sr-only' : 'mb-3'}>
        {melding}
      </p>
      <Filterbrikker
        utfylt={lesning.lest}
        formaal={formaal}
        onFjern={(felt) => {
          keepPlace();
          lesning.fjern(felt);
        }}
        onNullstill={() => {
          keepPlace();
          start(TOMT_FILTER);
        }}
      />
      {side && (
        <div className="mb-2">
          <EksportButton filter={lesning.filter} />
        </div>
      )}
      {svar.isPending && <Skeleton label={t('henter')} lines={8} />}
      {side && side.handlinger.length > 0 && (
        <Handlingsliste handlinger={side.handlinger} formaal={formaal} hvem="navn" label={t('liste')} />
      )}
      {side && side.handlinger.length === 0 && <p role="status">{t('ingenRader')}</p>}
      {svar.isError && (
        <div className="mt-4 max-w-3xl">
          <Feilutfall error={svar.error} onRetry={() => void (side ? blaing.showEldre() : svar.refetch())} />
        </div>
      )}
      {side && <Sidevalg sider={blaing} />}
    </>
  );
}
