/**
 * Rows as a CSV file that a Norwegian spreadsheet opens as it is: UTF-8 with its mark, semicolon, CRLF (RFC 4180).
 * Rule: no cell can be run as a formula, whatever somebody has had registered as her name (security.md N-18, F-07).
 */

export const CSV_TYPE = 'text/csv;charset=utf-8';
export const BOM = '\ufeff';

/** What a spreadsheet may take for a formula: also after white space, in full width, and on each line of a cell. */
const FORMEL = /^(?=(?:[^\S\r\n\u2028\u2029]|\0)*[=+\-@＝＋－＠\t\0])|(?<![\s\S])(?=[\r\n])/gm;
/** Most cells begin with a letter or a digit and have one line: nothing to look for. */
const UFARLIG = /^[\p{L}\d][^\r\n\u2028\u2029]*$/u;

function toCelle(tekst: string): string {
  const ufarlig = UFARLIG.test(tekst) ? tekst : tekst.replace(FORMEL, "'");
  return /[";\r\n]/.test(ufarlig) ? `"${ufarlig.replaceAll('"', '""')}"` : ufarlig;
}

/** One line with its end. */
export function toCsvLinje(celler: readonly string[]): string {
  return `${celler.map(toCelle).join(';')}\r\n`;
}
