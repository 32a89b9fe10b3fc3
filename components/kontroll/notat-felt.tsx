/** A note, a question or an answer, and its field. */
import { useTranslations } from 'next-intl';
import { FritekstFelt } from '#components/ui/fritekst-felt.tsx';
import { type Fritekst, useFritekst } from '#components/ui/use-fritekst.ts';
import { findNotatfeil, NOTAT_MAKS, NOTAT_MIN } from '#lib/domain/kontroll/notat.ts';

const GRENSER = { min: NOTAT_MIN, maks: NOTAT_MAKS };

export function useNotat(): Fritekst {
  const t = useTranslations('kontroll.notatfeil');
  return useFritekst((tekst) => {
    const feil = findNotatfeil(tekst);
    return feil === null ? null : t(feil, GRENSER);
  });
}

export function NotatFelt({ label, notat }: { label: string; notat: Fritekst }) {
  const t = useTranslations('kontroll');
  return <FritekstFelt label={label} hint={t('notatHint', GRENSER)} fritekst={notat} rows={4} />;
}
