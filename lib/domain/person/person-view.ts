/**
 * What the person view shows, as data: the one shape that the browser, `show-person` and the receipt share.
 *
 * Rule: nothing is formatted for a language here and no text is written here. Labels are message keys
 * (`person.egenskap.<egenskap>`, `person.felt.<felt>`, `kodeverk.<kodeverk>.<kode>`), values are typed, and whoever
 * shows them turns them into words. A value that may not be shown is not in this structure at all.
 */

/** Code lists that are translated by message files (`kodeverk.<kodeverk>.<kode>`). */
export type Kodeverk = string;

/** One value as the register holds it, with the knowledge needed to show it. */
export type Verdi =
  | { slag: 'tekst'; tekst: string }
  /** yyyy-MM-dd as delivered; may be odd, then it is shown as it stands. */
  | { slag: 'dato'; dato: string }
  /** ISO date-time with offset as delivered. */
  | { slag: 'tidspunkt'; tidspunkt: string }
  | { slag: 'heltall'; tall: number }
  | { slag: 'boolsk'; verdi: boolean }
  /** Eleven digits. Shown `DDMMYY NNNNN`, copied without space. */
  | { slag: 'personidentifikator'; nummer: string }
  /** `kjent: false` is a code that the portal's list does not hold; it is shown raw and said to be so. */
  | { slag: 'kode'; kodeverk: Kodeverk; kode: string; kjent: boolean }
  /** A code whose name comes from a register of names (land, kommune); `navn: null` when the list lacks it. */
  | { slag: 'navngitt'; kodeverk: 'land' | 'kommune'; kode: string; navn: string | null }
  /** A whole address formatted by the conventions, one line an entry. */
  | { slag: 'adresse'; linjer: string[] };

/** One labelled value. `felt` is the register's key, dotted where it is nested (`originaltNavn.fornavn`). */
export type Felt = { felt: string; verdi: Verdi };

/** One element of an egenskap: a current or historical entry. */
export type Oppfoering = {
  gjeldende: boolean;
  felter: Felt[];
  /** The six metadata fields that the element carries, except `erGjeldende`. Shown on demand. */
  metadata: Felt[];
  /** Start of the period (gyldighetstidspunkt or the egenskap's own date), yyyy-MM-dd or ISO; null when unknown. */
  fra: string | null;
  /** End of the period, only where the register itself says so (opphoerstidspunkt or the egenskap's own end date). */
  til: string | null;
  /** `skjermet`: the element exists and its content is withheld; `felter` and `metadata` are then empty. */
  skjermet: boolean;
};

/**
 * Why a section has nothing, or not everything, to show. Never an empty cell (product.md section 4).
 * `ingenOpplysninger` is the neutral text, used where telling the others apart would reveal a protected person.
 */
export type SeksjonTilstand =
  | 'verdi'
  | 'ikkeRegistrert'
  | 'ikkeIPakken'
  | 'ikkeSpurtEtter'
  | 'skjermet'
  | 'kildenSvarteIkke'
  | 'ingenOpplysninger';

/** One egenskap of the person model: current entries first, then history. */
export type Seksjon = {
  egenskap: string;
  tilstand: SeksjonTilstand;
  gjeldende: Oppfoering[];
  historikk: Oppfoering[];
  /** `verdi` when history was asked for and the package has it; else why there is none to show. */
  historikkTilstand: 'verdi' | 'ikkeIPakken' | 'ikkeSpurtEtter' | 'ingenOpplysninger';
};

/** Whether there is anything of the register to show, current or earlier. */
export function hasInnhold({ gjeldende, historikk }: Pick<Seksjon, 'gjeldende' | 'historikk'>): boolean {
  return gjeldende.length > 0 || historikk.length > 0;
}

export const FANER = [
  'oversikt',
  'identitet',
  'adresser',
  'familie',
  'sivilstand',
  'status',
  'flytting',
  'vergemaal',
  'kontakt',
  'andre',
] as const;
export type FaneId = (typeof FANER)[number];

export type Fane = { fane: FaneId; seksjoner: Seksjon[] };

/** A value or field that the portal does not know yet: shown by its path in the document, never dropped. */
export type AndreOpplysning = { sti: string; verdi: string };

export type StatusMerke =
  | 'doed'
  | 'utflyttet'
  | 'forsvunnet'
  | 'opphoert'
  | 'inaktiv'
  | 'underVergemaal'
  | 'begrensetRettsligHandleevne'
  | 'fratattRettsligHandleevne'
  | 'falskIdentitet'
  | 'flereIdentifikasjonsnummer';

export type Banner =
  /** Shown only to those with the right to know that an address is protected. */
  | { banner: 'fortrolig' }
  | { banner: 'strengtFortrolig' }
  | { banner: 'doed'; doedsdato: string | null }
  | { banner: 'opphoert' }
  | { banner: 'falskIdentitet' }
  /** The number that was asked for is no longer the person's current one. */
  | { banner: 'annetNummer' };

export type PersonHode = {
  /** Exactly as registered, fornavn mellomnavn etternavn; null for a person without a name. */
  navn: string | null;
  /** The current number; null where the package never gets one. */
  identifikasjonsnummer: string | null;
  /** From `foedsel`, never from the number. */
  foedselsdato: string | null;
  foedselsaar: string | null;
  /** Whole years at the time of the oppslag, from foedselsdato; null when it is unknown or the person is dead. */
  alder: number | null;
  merker: StatusMerke[];
};

export type PersonView = {
  hode: PersonHode;
  bannere: Banner[];
  /** One of every egenskap. Which tab shows it is the reader's matter (`toFaner`): sent once, shown in several. */
  seksjoner: Seksjon[];
  andre: AndreOpplysning[];
};
