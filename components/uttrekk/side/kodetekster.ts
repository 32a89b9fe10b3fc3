/**
 * Texts of codes that the worker writes. A worker may be newer than the page: a code without a text is shown as it
 * stands, never dropped.
 */
import { useMessages, useTranslations } from 'next-intl';
import { findTekst } from '#components/person/tekster.ts';
import { useFormat } from '#components/ui/use-format.ts';
import type { Merknad } from '#lib/domain/uttrekk/uttrekk.ts';

const hasKode = <T extends object>(tekster: T, kode: string): kode is Extract<keyof T, string> =>
  Object.hasOwn(tekster, kode);

/** Writes a fault as a sentence. */
export function useFeiltekst(): (kode: string) => string {
  const t = useTranslations('uttrekk.feil');
  const tekster = useMessages().uttrekk.feil;
  return (kode) => (hasKode(tekster, kode) ? t(kode, { kode }) : t('ukjentGrunn', { kode }));
}

/** Writes a line of the job's log as a sentence. */
export function useMerknadstekst(): (merknad: Merknad) => string {
  const t = useTranslations('uttrekk.merknad');
  const alle = useMessages().uttrekk;
  const tekster = alle.merknad;
  const showFeil = useFeiltekst();
  const { showTall } = useFormat();
  // Numbers as people read them, a reason in words, names as they stand.
  const showVerdi = (navn: string, verdi: string | number): string => {
    if (typeof verdi === 'number') return showTall(verdi);
    if (navn === 'format') return findTekst(alle, ['bygger', 'format', verdi]) ?? verdi;
    return navn === 'grunn' ? showFeil(verdi) : verdi;
  };
  return ({ kode, verdier }) => {
    const viste = Object.fromEntries(
      Object.entries(verdier).map(([navn, verdi]) => [navn, showVerdi(navn, verdi)]),
    );
    if (hasKode(tekster, kode)) return t(kode, viste);
    const rest = Object.entries(viste).map(([navn, verdi]) => `${navn}: ${verdi}`);
    return [kode, ...rest].join(', ');
  };
}
