/**
 * The egenskaper of the person document and the aliases that name groups of them in `part`.
 * Source: freg-contract.md sections 2 and 3.3.
 */

export const PERSON_BASIS = [
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'status',
  'doedsfall',
  'sivilstand',
  'foedsel',
  'statsborgerskap',
  'kjoenn',
  'navn',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'adressebeskyttelse',
  'kontaktinformasjonForDoedsbo',
] as const;

/** What person-basis holds besides in EID (section 3.3). */
export const PERSON_BASIS_EID = ['utenlandskPersonidentifikasjon', 'legitimasjonsdokument'] as const;

export const IDENTITETSGRUNNLAG_UTVIDET = [
  'falskIdentitet',
  'legitimasjonsdokument',
  'utenlandskPersonidentifikasjon',
] as const;

export const RELASJON_UTVIDET = [
  'familierelasjon',
  'foreldreansvar',
  'vergemaalEllerFremtidsfullmakt',
] as const;

/** `preferertKontaktadresse` and `fratattRettsligHandleevne` are in the model but never filled (section 2). */
const BARE_VED_NAVN = [
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'innflytting',
  'utflytting',
  'foedselINorge',
  'opphold',
  'rettsligHandleevne',
  'fratattRettsligHandleevne',
  'bibehold',
  'brukAvSamiskSpraak',
  'preferertKontaktadresse',
] as const;

/** In the model, but no part of the nine pakker: invalid since 2023-04-03, and for the Svalbard register only. */
const IKKE_DELT = ['forholdTilSametingetsValgmanntall', 'oppholdPaaSvalbard'] as const;

const DELTE = [
  ...PERSON_BASIS,
  'falskIdentitet',
  ...PERSON_BASIS_EID,
  ...RELASJON_UTVIDET,
  ...BARE_VED_NAVN,
] as const;

export type Egenskap = (typeof DELTE)[number];
export const EGENSKAPER: readonly Egenskap[] = DELTE;

const KJENTE: ReadonlySet<string> = new Set([...DELTE, ...IKKE_DELT]);

/** Whether the model holds the egenskap, shared or not. What it does not hold is newer than this contract. */
export function isKjentEgenskap(navn: string): boolean {
  return KJENTE.has(navn);
}

const VED_SMAA_BOKSTAVER: ReadonlyMap<string, Egenskap> = new Map(DELTE.map((e) => [e.toLowerCase(), e]));

/** The egenskap that `part` names; case does not matter (section 9 no 11). */
export function findEgenskap(navn: string): Egenskap | undefined {
  return VED_SMAA_BOKSTAVER.get(navn.toLowerCase());
}
