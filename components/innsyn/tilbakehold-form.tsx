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

const LINJE_ID = 'tilbakehold-linje';
const UTLOEPER_ID = 'tilbakehold-utloeper';

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

type Felter = { linjeId: string; grunn: Tilbakeholdsgrunn; dato: string };
const TOMT: Felter = { linjeId: '', grunn: 'kontroll', dato: '' };

/** What has been typed, what it amounts to, and the sending of it: nothing is sent that the server would refuse. */
function useTilbakehold({ svar, onVedtak }: TilbakeholdFormProps) {
  const [naa] = useState(() => new Date());
  const [felter, setFelter] = useState(TOMT);
  const [forsoekt, setForsoekt] = useState(false);
  const begrunnelse = useBegrunnelse();
  const tilbakehold = useMutation({
    ...changeTilbakeholdOptions(),
    onSuccess: (nytt) => {
      // Empty again: with the line still chosen, a second press would undo what the first one did.
      setFelter(TOMT);
      setForsoekt(false);
      begrunnelse.clear();
      onVedtak(nytt);
    },
  });
  const linje = svar.linjer.find(({ id }) => id === felter.linjeId);
  const utloeper = parseUtloep(felter.dato, naa);
  const vedtak = linje ? toVedtak(linje, felter.grunn, utloeper) : null;
  const submit = () => {
    setForsoekt(true);
    // The last field of the three: what is wrong above it takes the focus from it.
    const grunn = begrunnelse.check();
    if (linje === undefined) document.getElementById(LINJE_ID)?.focus();
    else if (vedtak === null) document.getElementById(UTLOEPER_ID)?.focus();
    else if (grunn !== null && !tilbakehold.isPending)
      tilbakehold.mutate({ svarId: svar.svarId, linjeId: linje.id, begrunnelse: grunn, vedtak });
  };
  return {
    felter,
    change: (endret: Partial<Felter>) => setFelter({ ...felter, ...endret }),
    begrunnelse,
    tilbakehold,
    submit,
    erHoldt: linje !== undefined && linje.tilbakehold !== null,
    manglerLinje: forsoekt && linje === undefined,
    manglerUtloeper: forsoekt && utloeper === null,
  };
}

export function TilbakeholdForm(props: TilbakeholdFormProps) {
  const t = useTranslations('innsyn');
  const toBruk = useBruk();
  const { felter, change, begrunnelse, tilbakehold, submit, ...skjema } = useTilbakehold(props);
  return (
    <Form onSubmit={submit} className="mt-2 flex flex-col gap-4">
      <p>{t('tilbakehold.forklaring')}</p>
      <SelectField
        id={LINJE_ID}
        label={t('tilbakehold.linje')}
        value={felter.linjeId}
        onChange={(event) => change({ linjeId: event.target.value })}
        error={skjema.manglerLinje ? t('tilbakehold.linjeFeil') : null}
        options={[
          { value: '', label: t('tilbakehold.velg') },
          ...props.svar.linjer.map((en) => ({ value: en.id, label: toBruk(en) })),
        ]}
      />
      {!skjema.erHoldt && (
        <HoldFelter felter={felter} onChange={change} manglerUtloeper={skjema.manglerUtloeper} />
      )}
      <BegrunnelseFelt vedtak="tilbakehold" begrunnelse={begrunnelse} />
      <button
        type="submit"
        className="ds-button self-start"
        data-variant="secondary"
        aria-busy={tilbakehold.isPending}
      >
        {t(skjema.erHoldt ? 'tilbakehold.opphev' : 'tilbakehold.send')}
      </button>
      {tilbakehold.isPending && <p role="status">{t('tilbakehold.lagrer')}</p>}
      {tilbakehold.isError && <Feilutfall error={tilbakehold.error} onRetry={submit} />}
    </Form>
  );
}

type HoldFelterProps = {
  felter: Felter;
  onChange: (endret: Partial<Felter>) => void;
  manglerUtloeper: boolean;
};

/** What it takes to hold a line back, which ending it does not. */
function HoldFelter({ felter, onChange, manglerUtloeper }: HoldFelterProps) {
  const t = useTranslations('innsyn.tilbakehold');
  return (
    <>
      <ChoiceGroup
        legend={t('grunn')}
        name="tilbakeholdsgrunn"
        selected={felter.grunn}
        onSelect={(grunn) => onChange({ grunn })}
        options={TILBAKEHOLDSGRUNNER.map((value) => ({ value, label: t(`grunner.${value}`) }))}
      />
      <TextField
        id={UTLOEPER_ID}
        label={t('utloeper')}
        hint={t('utloeperHint')}
        maxLength={20}
        value={felter.dato}
        onChange={(event) => onChange({ dato: event.target.value })}
        error={manglerUtloeper ? t('utloeperFeil') : null}
      />
    </>
  );
}
