/** The reason for a decision about an answer, and its field. */
import { useTranslations } from 'next-intl';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { type Fritekst, useFritekst } from '#components/ui/use-fritekst.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';

export function useBegrunnelse(): Fritekst {
  const t = useTranslations('innsyn.begrunnelsefeil');
  return useFritekst((tekst) => {
    const feil = findBegrunnelsefeil(tekst);
    return feil === null ? null : t(feil);
  });
}

/** @param vedtak what is decided: `innsyn.<vedtak>` has the label and the hint */
export function BegrunnelseFelt({
  vedtak,
  begrunnelse,
}: {
  vedtak: 'navn' | 'tilbakehold';
  begrunnelse: Fritekst;
}) {
  const t = useTranslations(`innsyn.${vedtak}`);
  const hint = t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS });
  return <FritekstFelt label={t('begrunnelse')} hint={hint} fritekst={begrunnelse} rows={3} />;
}
