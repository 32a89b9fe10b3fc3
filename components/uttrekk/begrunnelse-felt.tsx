/** The field of a reason that stands beside a decision. */
import { useTranslations } from 'next-intl';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import type { Begrunnelse } from '#components/uttrekk/use-begrunnelse.ts';
import { BEGRUNNELSE_MAKS, BEGRUNNELSE_MIN } from '#lib/domain/avdekking/begrunnelse.ts';

export function BegrunnelseFelt({ label, begrunnelse }: { label: string; begrunnelse: Begrunnelse }) {
  const t = useTranslations('uttrekk');
  return (
    <TextAreaField
      id={begrunnelse.id}
      label={label}
      hint={t('begrunnelseHint', { min: BEGRUNNELSE_MIN, maks: BEGRUNNELSE_MAKS })}
      rows={3}
      maxLength={BEGRUNNELSE_MAKS}
      value={begrunnelse.tekst}
      onChange={(event) => begrunnelse.setTekst(event.target.value)}
      error={begrunnelse.feil}
    />
  );
}
