/**
 * Phonetic search, our own: the register's algorithm is unpublished (freg-contract.md section 4.3). Two words sound
 * alike when their keys are equal.
 */
const LIKT_SKREVET: readonly (readonly [RegExp, string])[] = [
  [/AA|Å/g, 'O'],
  [/[ÆÄ]/g, 'E'],
  [/[ØÖ]/g, 'O'],
  [/[ÁÀ]/g, 'A'],
  [/É/g, 'E'],
  [/CH|CK|C|Q/g, 'K'],
  [/TH/g, 'T'],
  [/PH/g, 'F'],
  [/W|HV/g, 'V'],
  [/HJ|GJ/g, 'J'],
  [/[ZX]/g, 'S'],
  [/Y/g, 'I'],
  [/ND/g, 'N'],
  [/LD/g, 'L'],
  [/(.)\1+/g, '$1'],
];

/** The phonetic key of one word in upper case. */
export function toFonetisk(ord: string): string {
  return LIKT_SKREVET.reduce((tekst, [fra, til]) => tekst.replace(fra, til), ord);
}
