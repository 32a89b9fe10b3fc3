/**
 * What each rettighetspakke may do and see: the one data file. Everything that asks "has this package ..." reads it,
 * and what is not written here is denied.
 *
 * Source: freg-contract.md section 3.1 (names, paths, scopes), 3.2 (services), 3.3 (parts), 3.4 (fields). Where the
 * sources disagree, section 9 decides and the cell says so with its number. `assumed` marks a cell without a source.
 */

import type { Egenskap, Samledel } from './egenskaper.ts';
import { ADRESSER, EGENSKAPER } from './egenskaper.ts';
import type { Feltregler, Pakke, Rettighetspakke, Tjeneste } from './rettighetspakke.ts';
import { PAKKER } from './rettighetspakke.ts';

const SCOPE = 'folkeregister:deling';

/**
 * What every package has. rettsligHandleevne since 2023-11-01, inn-/utflytting since 2022-08, doedsbo since 2021-09-23.
 * foedselINorge, fratattRettsligHandleevne and preferertKontaktadresse are not here: no source gives them to others
 * than offentlig-med-hjemmel, and what no source gives is denied.
 */
const FELLES: readonly Egenskap[] = [
  'identitetsgrunnlag',
  'status',
  'navn',
  'kjoenn',
  'foedsel',
  'doedsfall',
  'sivilstand',
  'statsborgerskap',
  'innflytting',
  'utflytting',
  'vergemaalEllerFremtidsfullmakt',
  'rettsligHandleevne',
  ...ADRESSER,
  'kontaktinformasjonForDoedsbo',
];
const UTLAND: readonly Egenskap[] = ['utenlandskPersonidentifikasjon', 'legitimasjonsdokument'];

/** The part is refused for everyone since 2023-04-03, and Svalbard has its own package, which is none of the nine. */
const INGEN_HAR: readonly Egenskap[] = ['forholdTilSametingetsValgmanntall', 'oppholdPaaSvalbard'];
const MED_HJEMMEL = EGENSKAPER.filter((egenskap) => !INGEN_HAR.includes(egenskap));

const ALLE_KAN: readonly Tjeneste[] = ['entydigsoek', 'hendelsesliste'];
/** bulkoppslag beyond OMH: no 4. uttrekkTilpasset for finans and eid: no 15. */
const FEM_KAN: readonly Tjeneste[] = [...ALLE_KAN, 'oppslag', 'bulkoppslag', 'soek', 'uttrekkTilpasset'];

/** relasjon-utvidet is accepted by all; what it holds differs, see `egenskaper`. */
const SAMLEDELER_UTEN_IDENTITET: readonly Samledel[] = ['person-basis', 'historikk', 'relasjon-utvidet'];
const ALLE_SAMLEDELER: readonly Samledel[] = [...SAMLEDELER_UTEN_IDENTITET, 'identitetsgrunnlag-utvidet'];

/** inn-/utflytting: absent from the table of 3.3, but 3.4 withholds their old dates, which presumes old entries. */
const AAPEN_HISTORIKK: readonly Egenskap[] = ['navn', ...ADRESSER, 'innflytting', 'utflytting'];
const HISTORIKK_MED_ID: readonly Egenskap[] = ['identifikasjonsnummer', ...AAPEN_HISTORIKK];

/** No dates on earlier addresses: finans by the documentation, the others assumed. The same for inn-/utflytting. */
const UTEN_DATO_I_HISTORIKK = [
  'bostedsadresse.flyttedato',
  'oppholdsadresse.oppholdsadressedato',
  'utflytting.utflyttingsdato',
];
const FELT_FINANS: Feltregler = {
  statuserSomAktiv: ['forsvunnet', 'foedselsregistrert', 'midlertidig', 'ikkeBosatt'],
  // assumed: no source says that anyone but OMH gets them
  fortroligeAdresser: false,
  uten: [],
  utenIHistorikk: UTEN_DATO_I_HISTORIKK,
};
const FELT_AAPENT: Feltregler = { ...FELT_FINANS, uten: ['sivilstand.relatertVedSivilstand'] };
const DOEDSBO_NUMMER = 'kontaktinformasjonForDoedsbo.person.foedselsEllerDNummer';
const FELT_PRIVAT: Feltregler = { ...FELT_AAPENT, uten: [...FELT_AAPENT.uten, DOEDSBO_NUMMER] };
const FELT_UTEN_NUMMER: Feltregler = {
  ...FELT_PRIVAT,
  // assumed: a package without identifikator does not get the verge's either
  uten: [...FELT_PRIVAT.uten, 'vergemaalEllerFremtidsfullmakt.verge.foedselsEllerDNummer'],
};

/** A package without right to the taushetsbelagte egenskaper; the rows below say what differs. */
function aapenPakke(slug: string) {
  return {
    sti: `folkeregisteret/api/${slug}/v1`,
    scope: [`${SCOPE}/${slug}`],
    alias: [],
    tjenester: ALLE_KAN,
    samledeler: SAMLEDELER_UTEN_IDENTITET,
    egenskaper: ['identifikasjonsnummer', ...FELLES],
    historikk: HISTORIKK_MED_ID,
    identifikasjonsnummer: 'paaBestilling',
    tilleggIPersonBasis: [],
    felt: FELT_PRIVAT,
  } as const satisfies Partial<Rettighetspakke>;
}

/** The two u-packages. Section 3.3 lists historikk of the number too, but the number is never shown. */
const UTEN_NUMMER = {
  egenskaper: FELLES,
  historikk: AAPEN_HISTORIKK,
  identifikasjonsnummer: 'aldri',
  felt: FELT_UTEN_NUMMER,
} as const satisfies Partial<Rettighetspakke>;

export const RETTIGHETSPAKKER: Record<Pakke, Rettighetspakke> = {
  'offentlig-med-hjemmel': {
    navn: 'Offentlig og privat virksomhet med hjemmel',
    kort: 'OMH',
    // The only path with the package before api.
    sti: 'folkeregisteret/offentlig-med-hjemmel/api/v1',
    scope: [`${SCOPE}/offentligmedhjemmel`, `${SCOPE}/offentligmedhjemmel.segmentansvarlig`],
    alias: ['Offentlig med hjemmel'],
    tjenester: [...FEM_KAN, 'uttrekkKomplett', 'arkiv', 'hendelsesdokument'],
    samledeler: ALLE_SAMLEDELER,
    egenskaper: MED_HJEMMEL,
    historikk: MED_HJEMMEL,
    identifikasjonsnummer: 'alltid',
    tilleggIPersonBasis: [],
    felt: { statuserSomAktiv: [], fortroligeAdresser: true, uten: [], utenIHistorikk: [] },
  },
  'offentlig-uten-hjemmel': {
    ...aapenPakke('offentligutenhjemmel'),
    navn: 'Offentlig virksomhet uten hjemmel',
    kort: 'OUH',
    scope: [`${SCOPE}/offentligutenhjemmel`, `${SCOPE}/offentligutenhjemmel.segmentansvarlig`],
    alias: ['offentlig-uten-hjemmel/api'],
    tjenester: FEM_KAN,
    // falskIdentitet: no 9, the news of 2021-11-04 over the table. By its own name: the alias is not the package's.
    egenskaper: ['identifikasjonsnummer', ...FELLES, 'falskIdentitet'],
    identifikasjonsnummer: 'alltid',
    felt: FELT_AAPENT,
  },
  'privat-uten-hjemmel': {
    ...aapenPakke('privatutenhjemmel'),
    navn: 'Privat virksomhet uten hjemmel',
    kort: 'PUH',
    tjenester: FEM_KAN,
    identifikasjonsnummer: 'alltid',
    felt: FELT_AAPENT,
  },
  privat: { ...aapenPakke('privat'), navn: 'Privat virksomhet', kort: 'PRI' },
  'privat-uten-folkeregisteridentifikator': {
    ...aapenPakke('privatutenfolkeregisteridentifikator'),
    ...UTEN_NUMMER,
    navn: 'Privat virksomhet uten folkeregisteridentifikator',
    kort: 'PRIu',
  },
  finans: {
    ...aapenPakke('finans'),
    navn: 'Finans',
    kort: 'FIN',
    scope: [`${SCOPE}/finans`, `${SCOPE}/finans.segmentansvarlig`],
    alias: ['finans-og-begrenset/api'],
    tjenester: FEM_KAN,
    // falskIdentitet: no 9, the news of 2021-11-01 over the table. No UTLAND since 2023-06.
    egenskaper: ['identifikasjonsnummer', ...FELLES, 'familierelasjon', 'foreldreansvar', 'falskIdentitet'],
    historikk: [...HISTORIKK_MED_ID, 'sivilstand'],
    identifikasjonsnummer: 'alltid',
    // relatertVedSivilstand is delivered: assumed from familierelasjon.
    felt: FELT_FINANS,
  },
  presse: { ...aapenPakke('presse'), navn: 'Presse', kort: 'PRE' },
  'presse-uten-folkeregisteridentifikator': {
    ...aapenPakke('presseutenfolkeregisteridentifikator'),
    ...UTEN_NUMMER,
    navn: 'Presse uten folkeregisteridentifikator',
    kort: 'PREu',
  },
  eid: {
    ...aapenPakke('eid'),
    navn: 'Utsteder eID',
    kort: 'EID',
    // The only scope that differs from the path.
    scope: [`${SCOPE}/utstedereid`],
    alias: ['utstedereid'],
    tjenester: FEM_KAN,
    samledeler: ALLE_SAMLEDELER,
    egenskaper: ['identifikasjonsnummer', ...FELLES, ...UTLAND, 'falskIdentitet'],
    identifikasjonsnummer: 'alltid',
    tilleggIPersonBasis: UTLAND,
    felt: FELT_AAPENT,
  },
};

/** Whether a name is one of the nine. Names from outside (groups, stored rows, command lines) go through here. */
export function isPakke(navn: string): navn is Pakke {
  return PAKKER.some((pakke) => pakke === navn);
}

/** Whether the package has the service (section 3.2). An unknown package or service has nothing. */
export function hasTjeneste(pakke: string, tjeneste: string): boolean {
  return isPakke(pakke) && RETTIGHETSPAKKER[pakke].tjenester.some((egen) => egen === tjeneste);
}

/** The path between host and resource, e.g. `folkeregisteret/api/finans/v1` (section 3.1). */
export function pathFor(pakke: Pakke): string {
  return RETTIGHETSPAKKER[pakke].sti;
}

/** Asked for on every oppslag, once an egenskap: made once. */
const setOf = (
  velg: (pakke: Rettighetspakke) => readonly Egenskap[],
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(RETTIGHETSPAKKER).map(([navn, pakke]) => [navn, new Set(velg(pakke))]));
const EGENSKAPER_I_PAKKE = setOf(({ egenskaper }) => egenskaper);
const HISTORIKK_I_PAKKE = setOf(({ historikk }) => historikk);
const INGEN: ReadonlySet<string> = new Set();

/** The egenskaper that the package can ever deliver, asked for or not. Empty for an unknown package. */
export function egenskaperFor(pakke: string): ReadonlySet<string> {
  return EGENSKAPER_I_PAKKE.get(pakke) ?? INGEN;
}

/**
 * The egenskaper whose earlier entries `part=historikk` gives in the package, where there are any: some never have
 * earlier entries (section 2.1), which is not the package's doing. Empty for an unknown package.
 */
export function historikkFor(pakke: string): ReadonlySet<string> {
  return HISTORIKK_I_PAKKE.get(pakke) ?? INGEN;
}
