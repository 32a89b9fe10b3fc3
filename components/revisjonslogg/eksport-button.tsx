/** A file of what the list shows, after a reason and a confirmation: it is an act of its own. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Eksportsvar } from '#components/revisjonslogg/eksportsvar.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Form } from '#components/ui/form.tsx';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { useFritekst } from '#components/ui/use-fritekst.ts';
import { createEksportOptions, toEksportsti } from '#lib/client/revisjonslogg.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';
import { LOGGFORMATER, type Loggformat, MAKS_EKSPORTRADER } from '#lib/domain/revisjonslogg/eksport.ts';
import type { RevisjonsloggFilter } from '#lib/domain/revisjonslogg/revisjonslogg.ts';

export function EksportButton({ filter }: { filter: RevisjonsloggFilter }) {
  const t = useTranslations('revisjonslogg.eksport');
  const dialog = useRef<HTMLDialogElement>(null);
  const [nummer, setNummer] = useState(0);
  return (
    <>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => dialog.current?.showModal()}
      >
        {t('knapp')}
      </button>
      <Dialog ref={dialog} title={t('tittel')} closeLabel={t('lukk')} onClose={() => setNummer(nummer + 1)}>
        <EksportForm key={nummer} filter={filter} />
      </Dialog>
    </>
  );
}

/** As a download and not as a page: a refusal then fails beside the page and not in its place. */
function startDownload(filId: string): void {
  const lenke = document.createElement('a');
  lenke.href = toEksportsti(filId);
  lenke.download = '';
  lenke.click();
}

function EksportForm({ filter: { begrunnelse: _, ...filter } }: { filter: RevisjonsloggFilter }) {
  const t = useTranslations('revisjonslogg.eksport');
  const tFeil = useTranslations('revisjonslogg.begrunnelsefeil');
  const { showTall } = useFormat();
  const id = useId();
  const [format, setFormat] = useState<Loggformat>('csv');
  const eksport = useMutation({
    ...createEksportOptions(),
    onSuccess: (svar) => {
      if (svar.utfall === 'klar') startDownload(svar.filId);
      else begrunnelse.focus();
    },
  });
  const grenser = { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS };
  const begrunnelse = useFritekst((tekst) => {
    const erGjenbrukt =
      eksport.data?.utfall === 'gjenbruktBegrunnelse' && eksport.variables?.begrunnelse === tekst.trim();
    const feil = erGjenbrukt ? 'gjenbrukt' : findBegrunnelsefeil(tekst);
    return feil === null ? null : tFeil(feil, grenser);
  });
  const onSubmit = () => {
    const grunn = begrunnelse.check();
    if (grunn !== null && !eksport.isPending) eksport.mutate({ filter, format, begrunnelse: grunn });
  };
  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4">
      <p>{t('forklaring', { maks: showTall(MAKS_EKSPORTRADER) })}</p>
      <p>{t('logges')}</p>
      <SelectField
        id={`${id}-format`}
        label={t('format')}
        value={format}
        onChange={(event) => setFormat(LOGGFORMATER.find((et) => et === event.target.value) ?? format)}
        options={LOGGFORMATER.map((value) => ({ value, label: t(`formater.${value}`) }))}
      />
      <FritekstFelt label={t('begrunnelse')} hint={t('hint', grenser)} rows={2} fritekst={begrunnelse} />
      <Eksportsvar eksport={eksport} />
      <button type="submit" className="ds-button self-start" aria-busy={eksport.isPending}>
        {t('lag')}
      </button>
    </Form>
  );
}
