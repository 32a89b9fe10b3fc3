/** The reason for a change of access, as the form and the server judge it: words, and no number of a person. */
import { findBegrunnelsefeil } from '#lib/domain/avdekking/begrunnelse.ts';
import { hasPersonnummer } from '#lib/domain/uttrekk/personnummer-i-tekst.ts';

/** What is wrong with it, or null. Each has a text: `tilgang.begrunnelse.<feil>`. */
export const findGrunnfeil = (tekst: string) =>
  hasPersonnummer(tekst) ? ('harPersonnummer' as const) : findBegrunnelsefeil(tekst);
