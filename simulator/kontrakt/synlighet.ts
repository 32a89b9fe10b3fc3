/**
 * What each pakke may see of the person document, as one table: egenskaper, history and the rules for fields.
 * Rule: what the table does not give, a pakke does not get.
 * Source: freg-contract.md sections 3.3 and 3.4. "Assumption" marks what no source says.
 */
import { EGENSKAPER, type Egenskap, PERSON_BASIS } from './egenskaper.ts';
import type { Innstillinger } from './innstillinger.ts';
import type { PakkeId } from './pakker.ts';

export type Synlighet = {
  egenskaper: ReadonlySet<Egenskap>;
  /** The egenskaper whose history the pakke gets when it asks for `historikk`. */
  historikk: ReadonlySet<Egenskap>;
  /** Whether identifikasjonsnummer comes always, only when asked for by name, or never. */
  identifikasjonsnummer: 'alltid' | 'vedNavn' | 'aldri';
  /** Taushetsbelagte values: graded addresses, protection, real status, dates of old addresses. */
  harHjemmel: boolean;
  /** Who the person is or was married to. */
  serEktefelle: boolean;
  /** The verge's number. */
  serVergesNummer: boolean;
  /** The number of the person who is contact for a doedsbo; others get name and birth date. */
  serDoedsboNummer: boolean;
  /** EID's person-basis holds identity documents too. */
  utvidetPersonBasis: boolean;
};

/** Open to every pakke: person-basis (but for protection), vergemål, handleevne, moving in and out of Norway. */
const AAPNE: readonly Egenskap[] = [
  ...PERSON_BASIS.filter((e) => e !== 'adressebeskyttelse'),
  'vergemaalEllerFremtidsfullmakt',
  'rettsligHandleevne',
  'innflytting',
  'utflytting',
];

const ADRESSER: readonly Egenskap[] = [
  'bostedsadresse',
  'oppholdsadresse',
  'deltBosted',
  'postadresse',
  'postadresseIUtlandet',
];

/**
 * History outside OMH: number, addresses and names (section 3.3). Moving in and out of Norway is not in that table,
 * but section 3.4 says that its old dates are withheld, which presumes old entries. Assumption: entries without dates.
 */
const AAPEN_HISTORIKK: readonly Egenskap[] = [
  'identifikasjonsnummer',
  'navn',
  ...ADRESSER,
  'innflytting',
  'utflytting',
];

const UTEN_HJEMMEL: Synlighet = {
  egenskaper: new Set(AAPNE),
  historikk: new Set(AAPEN_HISTORIKK),
  identifikasjonsnummer: 'alltid',
  harHjemmel: false,
  serEktefelle: false,
  serVergesNummer: true,
  serDoedsboNummer: true,
  utvidetPersonBasis: false,
};

/** No source lists foedselINorge by pakke. Assumption: OMH alone, which has everything that is shared. */
const MED_HJEMMEL: Synlighet = {
  ...UTEN_HJEMMEL,
  egenskaper: new Set(EGENSKAPER),
  historikk: new Set(EGENSKAPER),
  harHjemmel: true,
  serEktefelle: true,
};

const FINANS: Synlighet = {
  ...UTEN_HJEMMEL,
  egenskaper: new Set([...AAPNE, 'familierelasjon', 'foreldreansvar']),
  historikk: new Set([...AAPEN_HISTORIKK, 'sivilstand']),
  serEktefelle: true,
};

const EID: Synlighet = {
  ...UTEN_HJEMMEL,
  egenskaper: new Set([
    ...AAPNE,
    'falskIdentitet',
    'utenlandskPersonidentifikasjon',
    'legitimasjonsdokument',
  ]),
  utvidetPersonBasis: true,
};

/** Assumption (marked I in section 3.4): privat and presse see the verge's number, the packages without numbers not. */
const PAA_FORESPOERSEL: Synlighet = {
  ...UTEN_HJEMMEL,
  identifikasjonsnummer: 'vedNavn',
  serDoedsboNummer: false,
};

const UTEN_NUMMER: Synlighet = {
  ...PAA_FORESPOERSEL,
  egenskaper: new Set(AAPNE.filter((e) => e !== 'identifikasjonsnummer')),
  historikk: new Set(AAPEN_HISTORIKK.filter((e) => e !== 'identifikasjonsnummer')),
  identifikasjonsnummer: 'aldri',
  serVergesNummer: false,
};

const withFalskIdentitet = (synlighet: Synlighet): Synlighet => ({
  ...synlighet,
  egenskaper: new Set([...synlighet.egenskaper, 'falskIdentitet']),
});

const SOM_TABELLEN: Record<PakkeId, Synlighet> = {
  'offentlig-med-hjemmel': MED_HJEMMEL,
  'offentlig-uten-hjemmel': UTEN_HJEMMEL,
  'privat-uten-hjemmel': UTEN_HJEMMEL,
  privat: PAA_FORESPOERSEL,
  'privat-uten-folkeregisteridentifikator': UTEN_NUMMER,
  finans: FINANS,
  presse: PAA_FORESPOERSEL,
  'presse-uten-folkeregisteridentifikator': UTEN_NUMMER,
  eid: EID,
};

const SOM_NYHETEN: Record<PakkeId, Synlighet> = {
  ...SOM_TABELLEN,
  'offentlig-uten-hjemmel': withFalskIdentitet(UTEN_HJEMMEL),
  finans: withFalskIdentitet(FINANS),
};

/** What the pakke may see (freg-contract.md sections 3.3 and 3.4; section 9 no 9 by the setting). */
export function getSynlighet(pakke: PakkeId, innstillinger: Innstillinger): Synlighet {
  return (innstillinger.delFalskIdentitet ? SOM_NYHETEN : SOM_TABELLEN)[pakke];
}
