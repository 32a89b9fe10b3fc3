/**
 * Fields of an address that belong to the register's own upkeep and not to where somebody lives: codes, districts and
 * the key in the matrikkel. By the last name of the field, since they stand at several depths.
 */

/** Codes and districts: for those who look for them, shown on demand. */
export const KODER_OG_KRETSER: ReadonlySet<string> = new Set([
  'adressekode',
  'adresseIdentifikatorFraMatrikkelen',
  'naerAdresseIdentifikatorFraMatrikkelen',
  'grunnkrets',
  'stemmekrets',
  'skolekrets',
  'kirkekrets',
]);

/** What a kommunereform changes where nobody moves, besides the codes. */
const KOMMUNEFELT: ReadonlySet<string> = new Set(['kommunenummer', 'bostedskommune']);

/** The last name of a dotted field: `vegadresse.adressekode` is `adressekode`. */
export const toSisteNavn = (felt: string): string => felt.slice(felt.lastIndexOf('.') + 1);

/** Whether the field may differ between two entries that say the same of the person. */
export function isVedlikeholdsfelt(felt: string): boolean {
  const navn = toSisteNavn(felt);
  return KODER_OG_KRETSER.has(navn) || KOMMUNEFELT.has(navn);
}
