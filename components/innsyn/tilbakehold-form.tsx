/** The decision that one use is held back from the letter for a time, or that it is in it again. Both take a reason. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BegrunnelseFelt, useBegrunnelse } from '#components/innsyn/begrunnelse-felt.tsx';
import { parseUtloep } from '#components/innsyn/innsyn-skjema.ts';
import { Feilutfall } from '#components/shell/utfall.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Form } from '#components/ui/form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useFormat } from '#components/ui/use-format.ts';
import { changeTilbakeholdOptions } from '#lib/client/innsyn.ts';
import { TILBAKEHOLDSGRUNNER, type Tilbakeholdsgrunn } from '#lib/domain/innsyn/grenser.ts';
import type { Innsynslinje, Innsynssvar, Tilbakeholdsvedtak } from '#lib/domain/innsyn/innsyn.ts';

type TilbakeholdFormProps = { svar: Innsynssvar; onVedtak: (svar: Innsynssvar) => void };

/** The lines to choose from, as she who decides reads them. */
function useBruk(): (linje: Innsynslinje) => string {
  const t = useTranslations('innsyn.tilbakehold');
  const tBrev = useTranslations('innsynsbrev');
  const { showTidspunkt, showDatoITabell } = useFormat();
  return ({ tidspunkt, hva, formaal, tilbakehold }) => {
    const bruk = [showTidspunkt(tidspunkt), tBrev(`hva.${hva}`), formaal?.navn].filter(Boolean).join(', ');
    if (tilbakehold === null) return bruk;
    return t('holdt', { bruk, dato: showDatoITabell(tilbakehold.utloeper) });
  };
}

type Vedtak = Tilbakeholdsvedtak['vedtak'];

/** What is decided about the line as it stands; null when the day is none that it can be. */
function toVedtak(linje: Innsynslinje, grunn: Tilbakeholdsgrunn, utloeper: string | null): Vedtak | null {
  if (linje.tilbakehold !== null) return { slag: 'opphev' };
  return utloeper === null ? null : { slag: 'hold', grunn, utloeper };
}

export function TilbakeholdForm({ svar, onVedtak }: TilbakeholdFormProps) {
  const t = useTranslations('innsyn');
  const toBruk = useBruk();
  const [naa] = useState(() => new Date());
  const [linjeId, setLinjeId] = useState('');
  const [grunn, setGrunn] = useState<Tilbakeholdsgrunn>('kontroll');
  const [dato, setDato] = useState('');
  const begrunnelse = useBegrunnelse();
  const [forsoekt, setForsoekt] = useState(false);
  const tilbakehold = useMutation({
    ...changeTilbakeholdOptions(),
    onSuccess: (nytt) => {
      // Empty again: with the line still chosen, a second press would undo what the first one did.
      setLinjeId('');
      setDato('');
      setForsoekt(false);
      begrunnelse.clear();
      onVedtak(nytt);
    },
  });
  const linje = svar.linjer.find(({ id }) => id === linjeId);
  const utloeper = parseUtloep(dato, naa);
  const vedtak = linje ? toVedtak(linje, grunn, utloeper) : null;
  const erHoldt = linje !== undefined && linje.tilbakehold !== null;
  const submit = () => {
    setForsoekt(true);
    // The last field of the three: what is wrong above it takes the focus from it.
    const grunn = begrunnelse.check();
    if (linje === undefined) document.getElementById('tilbakehold-linje')?.focus();
    else if (vedtak === null) document.getElementById('tilbakehold-utloeper')?.focus();
    else if (grunn !== null && !tilbakehold.isPending)
      tilbakehold.mutate({ svarId: svar.svarId, linjeId, begrunnelse: grunn, vedtak });
  };
  return (
    <Form onSubmit={submit} className="mt-2 flex flex-col gap-4">
      <p>{t('tilbakehold.forklaring')}</p>
      <SelectField
        id="tilbakehold-linje"
        label={t('tilbakehold.linje')}
        value={linjeId}
        onChange={(event) => setLinjeId(event.target.value)}
        error={forsoekt && linje === undefined ? t('tilbakehold.linjeFeil') : null}
        options={[
          { value: '', label: t('tilbakehold.velg') },
          ...svar.linjer.map((en) => ({ value: en.id, label: toBruk(en) })),
        ]}
      />
      {!erHoldt && (
        <HoldFelter
          grunn={grunn}
          onGrunn={setGrunn}
          dato={dato}
          onDato={setDato}
          harFeil={forsoekt && utloeper === null}
        />
      )}
      <BegrunnelseFelt vedtak="tilbakehold" begrunnelse={begrunnelse} />
      <button
        type="submit"
        className="ds-button self-start"
        data-variant="secondary"
        aria-busy={tilbakehold.isPending}
      >
        {t(erHoldt ? 'tilbakehold.opphev' : 'tilbakehold.send')}
      </button>
      {tilbakehold.isPending && <p role="status">{t('tilbakehold.lagrer')}</p>}
      {tilbakehold.isError && <Feilutfall error={tilbakehold.error} onRetry={submit} />}
    </Form>
  );
}

type HoldFelterProps = {
  grunn: Tilbakeholdsgrunn;
  onGrunn: (grunn: Tilbakeholdsgrunn) => void;
  dato: string;
  onDato: (dato: string) => void;
  harFeil: boolean;
};

/** What it takes to hold a line back, which ending it does not. */
function HoldFelter({ grunn, onGrunn, dato, onDato, harFeil }: HoldFelterProps) {
  const t = useTranslations('innsyn.tilbakehold');
  return (
    <>
      <ChoiceGroup
        legend={t('grunn')}
        name="tilbakeholdsgrunn"
        selected={grunn}
        onSelect={onGrunn}
        options={TILBAKEHOLDSGRUNNER.map((value) => ({ value, label: t(`grunner.${value}`) }))}
      />
      <TextField
        id="tilbakehold-utloeper"
        label={t('utloeper')}
        hint={t('utloeperHint')}
        maxLength={20}
        value={dato}
        onChange={(event) => onDato(event.target.value)}
        error={harFeil ? t('utloeperFeil') : null}
      />
    </>
  );
}
