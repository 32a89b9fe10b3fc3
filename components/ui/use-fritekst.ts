/** A text that must be given: as typed, and what is wrong with it once the user has tried. */
import { useId, useState } from 'react';

export type Fritekst = {
  id: string;
  tekst: string;
  setTekst: (tekst: string) => void;
  /** In words; null before the first try. */
  feil: string | null;
  /** The text as it is sent, or null: then the field says why, and has the focus. */
  check: () => string | null;
  /** For a fault that only the server could tell. */
  focus: () => void;
  clear: () => void;
};

/** @param findFeil what is wrong with a text, in words; null for one that can be sent */
export function useFritekst(findFeil: (tekst: string) => string | null): Fritekst {
  const id = useId();
  const [tekst, setTekst] = useState('');
  const [forsoekt, setForsoekt] = useState(false);
  const feil = findFeil(tekst);
  const focus = () => document.getElementById(id)?.focus();
  return {
    id,
    tekst,
    setTekst,
    feil: forsoekt ? feil : null,
    check() {
      setForsoekt(true);
      if (feil === null) return tekst.trim();
      focus();
      return null;
    },
    focus,
    clear() {
      setForsoekt(false);
      setTekst('');
    },
  };
}
