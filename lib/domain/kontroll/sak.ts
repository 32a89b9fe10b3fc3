/** A case of kontroll as its readers see it: one act to look at afterwards, why it was chosen, and what came of it. */

/** The rules, in the order of security.md section 11. Each has a file in `regler/` and a text: `kontroll.regel.<id>`. */
export const REGEL_IDER = [
  'utenSak',
  'naerstaaendeAvvist',
  'sammeAdresse',
  'naboadresse',
  'sammeEtternavn',
  'populaerPerson',
  'mangePersoner',
  'flereEnnAndre',
  'flereEnnEllers',
  'stoet',
  'utenforArbeidstid',
  'nyNettleser',
  'gjentattInnsyn',
  'avvistHosAnnen',
  'nyttForsoek',
  'mangeAvdekkinger',
  'liteUttrekk',
  'gjentattNedlasting',
  'bestiltEtterAvslag',
  'aldriHentet',
  'loggleser',
  'beskyttetPerson',
  'lokkeperson',
] as const;
export type RegelId = (typeof REGEL_IDER)[number];

/** Why there is a case: rules found something, or it was drawn. */
export const KILDER = ['signal', 'stikkproeve'] as const;
export type Kilde = (typeof KILDER)[number];

export const SAKSTILSTANDER = ['ny', 'venterForklaring', 'forklart', 'avsluttet'] as const;
export type Sakstilstand = (typeof SAKSTILSTANDER)[number];

/** What a review ends with. */
export const KONTROLLUTFALL = ['iOrden', 'brudd', 'falskAlarm'] as const;
export type Kontrollutfall = (typeof KONTROLLUTFALL)[number];

/** What somebody has said of a case: a verdict, a question, or what the leder of the unit answered. */
export const VURDERINGSUTFALL = [
  ...KONTROLLUTFALL,
  'trengerForklaring',
  'bekreftet',
  'ikkeBekreftet',
] as const;
export type Vurderingsutfall = (typeof VURDERINGSUTFALL)[number];

/** One rule that found the act: what it counted, and what it weighs. */
export type Treff = {
  regel: RegelId;
  versjon: number;
  vekt: number;
  /** The rule's inputs, put into words by `kontroll.regel.<id>.hvorfor`. Counts and words of ours, never a person. */
  verdier: Record<string, string | number>;
};

/** A line of the list. */
export type Saksrad = {
  sakId: string;
  kilde: Kilde;
  tilstand: Sakstilstand;
  utfall: Kontrollutfall | null;
  /** ISO date-times. */
  tidspunkt: string;
  frist: string;
  forfalt: boolean;
  /** Who did it, as she signs in and by name; no name where the portal no longer has her. */
  bruker: string;
  navn: string | null;
  enhet: string | null;
  handling: string;
  poeng: number;
  regler: RegelId[];
};

export type Saksliste = {
  saker: Saksrad[];
  neste: string | null;
  /** How many of the reader's own acts wait for a colleague. */
  egne: number;
};

export type Sak = Saksrad & {
  versjon: number;
  periodeFra: string;
  periodeTil: string;
  /** The seed of the draw, hex; null for a signal. */
  froe: string | null;
  slag: string;
  handlingsutfall: string | null;
  formaal: string | null;
  saksreferanse: string | null;
  pakke: string | null;
  deler: string[];
  felter: string[];
  antallPersoner: number;
  /** The person's pseudonym where the act is of one, shortened. */
  person: string | null;
  /** How often this user had seen this person in the ninety days before, and on how many days; null without a person. */
  tidligere: { ganger: number; dager: number } | null;
  treff: Treff[];
  forklart: number;
  vurderinger: {
    tidspunkt: string;
    av: string;
    utfall: Vurderingsutfall;
    notat: string;
  }[];
  forklaring: { spoersmaal: string; frist: string; svar: string | null; besvart: string | null } | null;
};

/** What the employee is asked to explain, for her own list: nothing of any person. */
export type Forklaringsrad = { sakId: string; tidspunkt: string; handling: string; frist: string };

export type Forklaringssak = {
  sakId: string;
  tidspunkt: string;
  handling: string;
  formaal: string | null;
  saksreferanse: string | null;
  spoersmaal: string;
  frist: string;
  svar: string | null;
};

/** Counts of what the rules found and what came of it. By rule, outcome and month, and never by employee (P-11). */
export type Kontrollstatistikk = {
  regler: {
    regel: RegelId;
    saker: number;
    brudd: number;
    iOrden: number;
    falskAlarm: number;
    aapne: number;
    /** Share of the concluded that were no false alarm, 0 to 1; null when none is concluded. */
    presisjon: number | null;
  }[];
  maaneder: { maaned: string; signaler: number; stikkproever: number; avsluttet: number; brudd: number }[];
  aapne: number;
  forfalt: number;
};
