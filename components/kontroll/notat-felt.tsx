/** The field of a note, a question or an answer, and what is wrong with it once the user has tried. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { TextAreaField } from '#components/ui/text-area-field.tsx';
import { findNotatfeil, NOTAT_MAKS, NOTAT_MIN } from '#lib/domain/kontroll/notat.ts';

export type Notat = {
  id: string;
  tekst: string;
  setTekst: (tekst: string) => void;
  feil: string | null;
  /** The text as it is sent, or null: then the field says why, and has the focus. */
  check: () => string | null;
};

export function useNotat(): Notat {
  const t = useTranslations('kontroll.notatfeil');
  const id = useId();
  const [tekst, setTekst] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const feil = findNotatfeil(tekst);
  return {
    id,
    tekst,
    setTekst,
    feil: forsoekt && feil !== null ? t(feil, { min: NOTAT_MIN, maks: NOTAT_MAKS }) : null,
    check() {
      setForsoekt(true);
      if (feil === null) return tekst.trim();
      document.getElementById(id)?.focus();
      return null;
    },
  };
}

export function NotatFelt({ label, notat }: { label: string; notat: Notat }) {
  const t = useTranslations('kontroll');
  return (
    <TextAreaField
      id={notat.id}
      label={label}
      hint={t('notatHint', { min: NOTAT_MIN, maks: NOTAT_MAKS })}
      rows={4}
      value={notat.tekst}
      onChange={(event) => notat.setTekst(event.target.value)}
      error={notat.feil}
    />
  );
}
