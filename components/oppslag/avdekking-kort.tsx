/** The explicit step to a fortrolig address: why, then what it means, then the address for five minutes. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Skjerming, useAvdekking } from '#components/oppslag/use-avdekking.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Form } from '#components/ui/form.tsx';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { useFritekst } from '#components/ui/use-fritekst.ts';
import { ApiFeil } from '#lib/client/api.ts';
import {
  AVDEKKET_MINUTTER,
  BEGRUNNELSE_MAKS,
  BEGRUNNELSE_MIN,
  findBegrunnelsefeil,
} from '#lib/domain/avdekking/begrunnelse.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type AvdekkingProps = { avdekking: ReturnType<typeof useAvdekking>; kontekst: Kontekst };

export function AvdekkingKort({ avdekking, kontekst, slag }: AvdekkingProps & { slag: Skjerming }) {
  const t = useTranslations('avdekking');
  const tKontekst = useTranslations('kontekst');
  const dialog = useRef<HTMLDialogElement>(null);
  const { skjules, skjul } = avdekking;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
      {skjules === null ? (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => dialog.current?.showModal()}
        >
          {t(`vis.${slag}`)}
        </button>
      ) : (
        <>
          <Nedtelling key={skjules} skjules={skjules} />
          <button type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={skjul}>
            {t('skjul')}
          </button>
        </>
      )}
      <Dialog ref={dialog} title={t(`vis.${slag}`)} closeLabel={tKontekst('lukk')}>
        <AvdekkingForm avdekking={avdekking} kontekst={kontekst} onDone={() => dialog.current?.close()} />
      </Dialog>
    </div>
  );
}

/** Said once when the addresses come, then seen and not read out every second. */
function Nedtelling({ skjules }: { skjules: string }) {
  const t = useTranslations('avdekking');
  const [igjen, setIgjen] = useState(AVDEKKET_MINUTTER * 60);
  useEffect(() => {
    const klokke = setInterval(
      () => setIgjen(Math.max(0, Math.round((Date.parse(skjules) - Date.now()) / 1_000))),
      1_000,
    );
    return () => clearInterval(klokke);
  }, [skjules]);
  const tid = `${Math.floor(igjen / 60)}:${String(igjen % 60).padStart(2, '0')}`;
  return (
    <>
      <p role="status" className="ds-sr-only">
        {t('vistNaa', { minutter: AVDEKKET_MINUTTER })}
      </p>
      <p aria-hidden className="tabular-nums">
        {t('skjulesOm', { tid })}
      </p>
    </>
  );
}

function AvdekkingForm({ avdekking, kontekst, onDone }: AvdekkingProps & { onDone: () => void }) {
  const t = useTranslations('avdekking');
  const tUtfall = useTranslations();
  const { avdekk } = avdekking;
  const svar = avdekk.data;
  const begrunnelse = useFritekst((tekst) => {
    /** A reason that the server knows from before is no reason until it is worded anew. */
    const isGjenbrukt =
      svar?.utfall === 'gjenbruktBegrunnelse' && avdekk.variables?.begrunnelse === tekst.trim();
    const feil = isGjenbrukt ? 'gjenbrukt' : findBegrunnelsefeil(tekst);
    return feil === null ? null : t(`begrunnelsefeil.${feil}`);
  });
  const onSubmit = () => {
    const grunn = begrunnelse.check();
    if (grunn === null || avdekk.isPending) return;
    avdekk.mutate(
      { ...kontekst, begrunnelse: grunn },
      {
        onSuccess: ({ utfall }) => {
          if (utfall === 'gjenbruktBegrunnelse') begrunnelse.focus();
          if (utfall !== 'avdekket') return;
          begrunnelse.clear();
          onDone();
        },
      },
    );
  };
  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4">
      <p>{t('forklaring', { minutter: AVDEKKET_MINUTTER })}</p>
      <FritekstFelt
        label={t('begrunnelse')}
        hint={t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
        rows={3}
        fritekst={begrunnelse}
      />
      {svar?.utfall === 'kanIkkeAvdekkes' && (
        <p role="alert" className="ds-alert" data-color="warning">
          {t('kanIkke')}
        </p>
      )}
      {svar?.utfall === 'kildefeil' && (
        <p role="alert" className="ds-alert" data-color="danger">
          {tUtfall(`oppslag.feil.${svar.grunn}`)}
        </p>
      )}
      {avdekk.isError && (
        <p role="alert" className="ds-alert" data-color="danger">
          {tUtfall(`feil.${avdekk.error instanceof ApiFeil ? avdekk.error.kode : 'INTERN_FEIL'}`)}
        </p>
      )}
      <div>
        <button type="submit" className="ds-button" aria-busy={avdekk.isPending}>
          {t('visAdressen')}
        </button>
      </div>
    </Form>
  );
}
