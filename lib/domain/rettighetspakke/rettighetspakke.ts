/**
 * The nine rettighetspakker by name. What each may do stands in `rettighetspakker.ts`, the one data file.
 * Source: freg-contract.md section 3.1.
 */
export const PAKKER = [
  'offentlig-med-hjemmel',
  'offentlig-uten-hjemmel',
  'privat-uten-hjemmel',
  'privat',
  'privat-uten-folkeregisteridentifikator',
  'finans',
  'presse',
  'presse-uten-folkeregisteridentifikator',
  'eid',
] as const;

/** Our name of a rettighetspakke: the register's own words, with hyphens. */
export type Pakke = (typeof PAKKER)[number];

/** The register's services as freg-contract.md section 3.2 groups them. */
export const TJENESTER = [
  'oppslag',
  'bulkoppslag',
  'soek',
  'entydigsoek',
  'uttrekkTilpasset',
  'uttrekkKomplett',
  'arkiv',
  'hendelsesliste',
  'hendelsesdokument',
] as const;
export type Tjeneste = (typeof TJENESTER)[number];
