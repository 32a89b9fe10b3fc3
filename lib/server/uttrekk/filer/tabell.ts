/** Rows as the text that DuckDB reads: tabs between cells, nothing for none, quoted where a cell could be misread. */
import 'server-only';
import type { Feltverdi } from '#lib/domain/uttrekk/felter/felt.ts';

/** Whatever is not plainly a word, a number or a date is quoted: it costs two bytes and leaves nothing to chance. */
const BAR = /^[\p{L}\d][\p{L}\d .,:/|()-]*$/u;

function toCelle(verdi: Feltverdi): string {
  if (verdi === null) return '';
  const tekst = String(verdi);
  // The one character that no text column takes.
  return BAR.test(tekst) ? tekst : `"${tekst.replaceAll('\0', '\ufffd').replaceAll('"', '""')}"`;
}

/** One line with its end. */
export function toTabellinje(celler: readonly Feltverdi[]): string {
  return `${celler.map(toCelle).join('\t')}\n`;
}
