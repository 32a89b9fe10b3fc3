/**
 * The nine rettighetspakker by name. What each may do stands in `rettighetspakker.ts`, the one data file.
 * Source: freg-contract.md section 3.1.
 */
import type { Egenskap, Samledel } from './egenskaper.ts';

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

/** Field rules inside the egenskaper that the package has (section 3.4). Keys are dotted, as in the document. */
export type Feltregler = {
  /** Statuses that are taushetsbelagt here and arrive as `aktiv`. */
  statuserSomAktiv: readonly string[];
  /** Whether addresses graded fortrolig are delivered. The open postadresse of strengtFortrolig always is. */
  fortroligeAdresser: boolean;
  /** Fields that never come. */
  uten: readonly string[];
  /** Fields that come on current entries only. */
  utenIHistorikk: readonly string[];
};

export type Rettighetspakke = {
  /** The register's own name, for people. */
  navn: string;
  /** The short name that specialists use. */
  kort: string;
  /** Path from {miljø} to the resources, without slashes at the ends. */
  sti: string;
  /** Maskinporten scopes that give the package; `.segmentansvarlig` where the register has one. */
  scope: readonly string[];
  /** Older names and paths, read but never sent (section 9, no 1). */
  alias: readonly string[];
  tjenester: readonly Tjeneste[];
  samledeler: readonly Samledel[];
  egenskaper: readonly Egenskap[];
  historikk: readonly Egenskap[];
  /** `alltid`: also when no part names it; `paaBestilling`: only by its own name; `aldri`: see `egenskaper`. */
  identifikasjonsnummer: 'alltid' | 'paaBestilling' | 'aldri';
  /** What `person-basis` holds in this package beyond the common list. */
  tilleggIPersonBasis: readonly Egenskap[];
  felt: Feltregler;
};
