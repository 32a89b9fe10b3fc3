/** Names, case numbers and reasons are shown to others and stand in lists: no number of a person may (security.md N-09). */

const ELLEVE_SIFFER = /(?:\d[\s.-]?){11}/;

/** Whether a text has eleven digits that could be somebody's number, also with a space or a dot between them. */
export function hasPersonnummer(tekst: string): boolean {
  return ELLEVE_SIFFER.test(tekst);
}
