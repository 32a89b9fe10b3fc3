/** The reason for a change of access, and its field. */
import { useTranslations } from 'next-intl';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { type Fritekst, useFritekst } from '#components/ui/use-fritekst.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';

export function useGrunn(): Fritekst {
  const t = useTranslations('tilgang.begrunnelse');
  return useFritekst((tekst) => {
    const feil = findBegrunnelsefeil(tekst);
    return feil === null ? null : t(feil);
  });
}

export function GrunnFelt({ grunn }: { grunn: Fritekst }) {
  const t = useTranslations('tilgang.begrunnelse');
  const hint = t('hint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS });
  return <FritekstFelt label={t('navn')} hint={hint} fritekst={grunn} rows={3} />;
}
