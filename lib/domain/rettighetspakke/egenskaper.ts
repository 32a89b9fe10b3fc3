/**
 * The words a `part` may consist of: the top-level egenskaper of the person document and the aliases that stand for
 * several of them. What a rettighetspakke gets of these stands in `rettighetspakker.ts`.
 * Source: freg-contract.md section 2 (names) and section 3.3 (aliases).
 */

/** The top-level egenskaper of Folkeregisterperson, spelled as in the document. */
export const EGENSKAPER = [
  'identifikasjonsnummer',
  'identitetsgrunnlag',
  'status',
  'navn',
  'kjoenn',
  'foedsel',
  'foedselINorge',
  'doedsfall',
  'sivilstand',
  'statsborgerskap',
  'bibehold',
  'opphold',
  'innflytting',
  'utflytting',
  'familierelasjon',
  'foreldreansvar',
  'vergemaalEllerFremtidsfullmakt',
  'rettsligHandleevne',
  'fratattRettsligHandleevne',
  'adressebeskyttelse',
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
  'preferertKontaktadresse',
  'kontaktinformasjonForDoedsbo',
  'utenlandskPersonidentifikasjon',
  'utlendingsmyndighetenesIdentifikasjonsnummer',
  'legitimasjonsdokument',
  'falskIdentitet',
  'brukAvSamiskSpraak',
  'forholdTilSametingetsValgmanntall',
  'oppholdPaaSvalbard',
] as const;
export type Egenskap = (typeof EGENSKAPER)[number];

/** `historikk` names no egenskap: it adds earlier entries to the egenskaper that are asked for beside it. */
export const SAMLEDELER = [
  'person-basis',
  'historikk',
  'identitetsgrunnlag-utvidet',
  'relasjon-utvidet',
] as const;
export type Samledel = (typeof SAMLEDELER)[number];

/** Everything that `part` may say. */
export const DELER = [...SAMLEDELER, ...EGENSKAPER] as const;
export type Del = (typeof DELER)[number];

export const ADRESSER = [
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
] as const satisfies readonly Egenskap[];

/** What each alias stands for, before the package has its say. */
export const INNHOLD_I_SAMLEDEL = {
  'person-basis': [
    'identifikasjonsnummer',
    'identitetsgrunnlag',
    'status',
    'doedsfall',
    'sivilstand',
    'foedsel',
    'statsborgerskap',
    'kjoenn',
    'navn',
    ...ADRESSER,
    'adressebeskyttelse',
    'kontaktinformasjonForDoedsbo',
  ],
  historikk: [],
  'identitetsgrunnlag-utvidet': ['falskIdentitet', 'legitimasjonsdokument', 'utenlandskPersonidentifikasjon'],
  'relasjon-utvidet': ['familierelasjon', 'foreldreansvar', 'vergemaalEllerFremtidsfullmakt'],
} as const satisfies Record<Samledel, readonly Egenskap[]>;
