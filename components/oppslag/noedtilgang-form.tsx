/** The way past a rule that can be put aside: what it means, then why, then the oppslag anew. */
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Form } from '#components/ui/form.tsx';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { useFritekst } from '#components/ui/use-fritekst.ts';
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
  const be = useMutation({
    mutationFn: postNoedtilgang,
    onSuccess: ({ utfall }) => (utfall === 'gitt' ? onGitt() : begrunnelse.focus()),
  });
  const begrunnelse = useFritekst((tekst) => {
    /** A reason that the server knows from before is no reason until it is worded anew. */
    const isGjenbrukt =
      be.data?.utfall === 'gjenbruktBegrunnelse' && be.variables?.begrunnelse === tekst.trim();
    const feil = isGjenbrukt ? 'gjenbrukt' : findBegrunnelsefeil(tekst);
    return feil === null ? null : t(`begrunnelsefeil.${feil}`);
  });
  const onSubmit = () => {
    const grunn = begrunnelse.check();
    if (grunn !== null && !be.isPending) be.mutate({ ...kontekst, noekkel, begrunnelse: grunn });
  };
  return (
    <Form onSubmit={onSubmit} className="flex flex-col gap-4 pt-2">
      <p>{t('forklaring')}</p>
      <FritekstFelt
        label={t('begrunnelse')}
        hint={t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
        rows={3}
        fritekst={begrunnelse}
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
