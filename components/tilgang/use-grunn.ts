/** The reason for a change of access: as typed, and what is wrong with it once the user has tried. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { findGrunnfeil } from '#lib/domain/tilgang/begrunnelse.ts';

export type Grunn = {
  id: string;
  tekst: string;
  setTekst: (tekst: string) => void;
  /** In words; null before the first try. */
  feil: string | null;
  /** The reason as it is sent, or null: then the field says why, and has the focus. */
  check: () => string | null;
  clear: () => void;
};

export function useGrunn(): Grunn {
  const t = useTranslations('tilgang.begrunnelse');
  const id = useId();
  const [tekst, setTekst] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const feil = findGrunnfeil(tekst);
  return {
    id,
    tekst,
    setTekst,
    feil: forsoekt && feil !== null ? t(feil) : null,
    check() {
      setForsoekt(true);
      if (feil === null) return tekst.trim();
      document.getElementById(id)?.focus();
      return null;
    },
    clear() {
      setForsoekt(false);
      setTekst('');
    },
  };
}
