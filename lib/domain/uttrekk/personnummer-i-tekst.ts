/** Names, case numbers and reasons are shown to others and stand in lists: no number of a person may (security.md N-09). */

/** Not a part of a longer number: a case may have twelve digits. */
const ELLEVE_SIFFER = /(?<!\d)\d(?:[\s.-]?\d){10}(?!\d)/;

/** Whether a text has eleven digits that could be somebody's number, also with a space, a dot or a hyphen between them. */
export function hasPersonnummer(tekst: string): boolean {
  return ELLEVE_SIFFER.test(tekst);
}
