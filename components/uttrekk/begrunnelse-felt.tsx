/** The reason that stands beside a decision about an uttrekk, and its field. */
import { useTranslations } from 'next-intl';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { type Fritekst, useFritekst } from '#components/ui/use-fritekst.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN, findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';

export function useBegrunnelse(): Fritekst {
  const t = useTranslations('uttrekk.begrunnelsefeil');
  return useFritekst((tekst) => {
    const feil = findBegrunnelsefeil(tekst);
    return feil === null ? null : t(feil);
  });
}

export function BegrunnelseFelt({ label, begrunnelse }: { label: string; begrunnelse: Fritekst }) {
  const t = useTranslations('uttrekk');
  const hint = t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS });
  return <FritekstFelt label={label} hint={hint} fritekst={begrunnelse} rows={3} />;
}
