/** The way past a rule that can be put aside: what it means, then why, then the oppslag anew. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Form } from '#components/ui/form.tsx';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { ApiFeil } from '#lib/client/api.ts';
import { postNoedtilgang } from '#lib/client/noedtilgang.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';
import type { Kontekst } from '#lib/domain/session/session.ts';

type NoedtilgangFormProps = {
  noekkel: string;
  kontekst: Kontekst;
  /** She is open to the user now. */
  onGitt: () => void;
};

export function NoedtilgangForm({ noekkel, kontekst, onGitt }: NoedtilgangFormProps) {
  const t = useTranslations('noedtilgang');
  const tFeil = useTranslations('feil');
  const id = useId();
  const [begrunnelse, setBegrunnelse] = useState('');
  const [attempt, setAttempt] = useState(0);
  const focusBegrunnelse = () => document.getElementById(id)?.focus();
  const be = useMutation({
    mutationFn: postNoedtilgang,
    onSuccess: ({ utfall }) => (utfall === 'gitt' ? onGitt() : focusBegrunnelse()),
  });
  /** A reason that the server knows from before is no reason until it is worded anew. */
  const isGjenbrukt =
    be.data?.utfall === 'gjenbruktBegrunnelse' && be.variables?.begrunnelse === begrunnelse.trim();
  const feil = isGjenbrukt ? 'gjenbrukt' : findBegrunnelsefeil(begrunnelse);
  const onSubmit = () => {
    setAttempt(attempt + 1);
    if (feil !== null || be.isPending) focusBegrunnelse();
    else be.mutate({ ...kontekst, noekkel, begrunnelse: begrunnelse.trim() });
  };
  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4 pt-2">
      <p>{t('forklaring')}</p>
      <TextAreaField
        id={id}
        label={t('begrunnelse')}
        hint={t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
        rows={3}
        value={begrunnelse}
        onChange={(event) => setBegrunnelse(event.target.value)}
        error={attempt > 0 && feil !== null ? t(`begrunnelsefeil.${feil}`) : null}
      />
      {be.isError && <p role="alert">{tFeil(be.error instanceof ApiFeil ? be.error.kode : 'INTERN_FEIL')}</p>}
      <div>
        <button type="submit" className="ds-button" aria-busy={be.isPending}>
          {t('bruk')}
        </button>
      </div>
    </Form>
  );
}
