/**
 * Rows as a CSV file that a Norwegian spreadsheet opens as it is: UTF-8 with its mark, semicolon, CRLF.
 * Rule: no cell can be run as a formula, whatever somebody has had registered as her name (security.md N-18).
 */

export const CSV_TYPE = 'text/csv;charset=utf-8';
export const BOM = '\ufeff';

const FORMEL = /^[=+\-@\t\r]/;

function toCelle(tekst: string): string {
  const ufarlig = FORMEL.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(ufarlig) ? `"${ufarlig.replaceAll('"', '""')}"` : ufarlig;
}

/** One line with its end. */
export function toCsvLinje(celler: readonly string[]): string {
  return `${celler.map(toCelle).join(';')}\r\n`;
}
