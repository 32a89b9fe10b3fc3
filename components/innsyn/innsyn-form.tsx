'use client';
/** Whom the log is searched for, in which period, and why. Says what does not hold, and loses nothing that was typed. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Feltfeil, parseInnsyn, toTomtInnsyn } from '#components/innsyn/innsyn-skjema.ts';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Form } from '#components/ui/form.tsx';
import { toDag } from '#components/ui/format.ts';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN } from '#lib/domain/avdekking/begrunnelse.ts';
import { MAKS_NUMRE } from '#lib/domain/innsyn/grenser.ts';
import type { Innsynskrav } from '#lib/domain/innsyn/innsyn.ts';
import { SAKSREFERANSE_MAKS } from '#lib/domain/session/session.ts';

type InnsynFormProps = { pending: boolean; onAsk: (krav: Innsynskrav) => void };

function useFeiltekst(): (feil: Feltfeil) => string {
  const t = useTranslations('innsyn');
  return (feil) => {
    if (feil.felt === 'begrunnelse') return t(`begrunnelsefeil.${feil.feil}`);
    if (feil.feil === 'ugyldigNummer') return t('feltfeil.ugyldigNummer', { linje: feil.linje });
    return t(`feltfeil.${feil.feil}`, { maks: MAKS_NUMRE });
  };
}

export function InnsynForm({ pending, onAsk }: InnsynFormProps) {
  const t = useTranslations('innsyn.skjema');
  const toFeiltekst = useFeiltekst();
  const [naa] = useState(() => new Date());
  const [utfylt, setUtfylt] = useState(() => toTomtInnsyn(toDag(naa.toISOString())));
  const [attempt, setAttempt] = useState(0);
  const { krav, feil } = parseInnsyn(utfylt, naa);
  const vist = attempt > 0 ? feil : [];
  const toFelt = (felt: keyof typeof utfylt) => {
    const denne = vist.find((en) => en.felt === felt);
    return {
      id: `innsyn-${felt}`,
      label: t(felt),
      value: utfylt[felt],
      error: denne ? toFeiltekst(denne) : null,
      onChange: ({ target }: { target: { value: string } }) => setUtfylt({ ...utfylt, [felt]: target.value }),
    };
  };
  const submit = () => {
    setAttempt(attempt + 1);
    if (krav !== null && !pending) onAsk(krav);
  };
  return (
    <Form onSubmit={submit} className="flex max-w-3xl flex-col gap-4 print:hidden">
      <TextAreaField {...toFelt('numre')} hint={t('numreHint', { maks: MAKS_NUMRE })} rows={2} />
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
        <TextField {...toFelt('fra')} maxLength={20} />
        <TextField {...toFelt('til')} maxLength={20} />
        <TextField {...toFelt('saksreferanse')} mark={t('valgfritt')} maxLength={SAKSREFERANSE_MAKS} />
      </div>
      <TextAreaField
        {...toFelt('begrunnelse')}
        hint={t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
        rows={2}
      />
      {vist.length > 0 && (
        <ErrorSummary
          key={attempt}
          title={t('feiltittel')}
          errors={vist.map((en) => ({ fieldId: `innsyn-${en.felt}`, text: toFeiltekst(en) }))}
        />
      )}
      <button type="submit" className="ds-button self-start" aria-busy={pending}>
        {t('send')}
      </button>
    </Form>
  );
}
