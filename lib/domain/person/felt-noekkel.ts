/**
 * The message key of a field. Fields are dotted paths (`originaltNavn.fornavn`) and dots separate levels in message
 * files, so a field's key has underscores instead: `person.felt.originaltNavn_fornavn`.
 */
export function feltNoekkel(felt: string): string {
  return felt.replaceAll('.', '_');
}
