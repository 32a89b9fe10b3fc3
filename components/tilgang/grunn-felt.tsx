/** The field of the reason. */
import { useTranslations } from 'next-intl';
import type { Grunn } from '#components/tilgang/use-grunn.ts';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN } from '#lib/domain/avdekking/begrunnelse.ts';

export function GrunnFelt({ grunn }: { grunn: Grunn }) {
  const t = useTranslations('tilgang.begrunnelse');
  return (
    <TextAreaField
      id={grunn.id}
      label={t('navn')}
      hint={t('hint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
      rows={3}
      maxLength={BEGRUNNELSE_MAKS}
      value={grunn.tekst}
      onChange={(event) => grunn.setTekst(event.target.value)}
      error={grunn.feil}
    />
  );
}
