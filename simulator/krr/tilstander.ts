/**
 * How people stand in KRR: every state that a client must handle, how common it is, and which named persons are in it.
 * Source: krr-maskinporten.md sections 1.3, 1.4 and 1.8. Assumption: the shares.
 */
import { NUMMER } from '../befolkning/scenarioer/nummer.ts';

/**
 * `fersk`: confirmed within the last 90 days. `ubekreftet`: changed within them, never confirmed. `utloept`: older
 * than 18 months.
 */
export type Ferskhet = 'fersk' | 'ubekreftet' | 'utloept';
export type Spraak = 'nb' | 'nn' | 'en' | 'se';

export type Tilstand = {
  status: 'AKTIV' | 'SLETTET' | 'IKKE_REGISTRERT';
  epost?: Ferskhet;
  mobil?: Ferskhet;
  reservert?: true;
  /** Others have the same e-mail and mobile. */
  duplisert?: true;
  postkasse?: true;
  /** Of a thousand people over 13. */
  andel: number;
  beskrivelse: string;
};

export const TILSTANDER = {
  'begge-ferske': {
    status: 'AKTIV',
    epost: 'fersk',
    mobil: 'fersk',
    andel: 460,
    beskrivelse: 'e-mail and mobile, both confirmed lately',
  },
  postkasse: {
    status: 'AKTIV',
    epost: 'fersk',
    mobil: 'fersk',
    postkasse: true,
    andel: 240,
    beskrivelse: 'as begge-ferske, and a digital mailbox with its certificate',
  },
  'bare-mobil': { status: 'AKTIV', mobil: 'fersk', andel: 50, beskrivelse: 'mobile only' },
  'bare-epost': { status: 'AKTIV', epost: 'fersk', andel: 30, beskrivelse: 'e-mail only' },
  ubekreftet: {
    status: 'AKTIV',
    epost: 'ubekreftet',
    andel: 10,
    beskrivelse: 'e-mail changed lately and never confirmed: no `epostadresse_sist_verifisert`',
  },
  'epost-utloept': {
    status: 'AKTIV',
    epost: 'utloept',
    mobil: 'fersk',
    andel: 30,
    beskrivelse: 'the e-mail is older than 18 months, the mobile is fresh',
  },
  'mobil-utloept': {
    status: 'AKTIV',
    epost: 'fersk',
    mobil: 'utloept',
    andel: 20,
    beskrivelse: 'the mobile is older than 18 months, the e-mail is fresh',
  },
  'begge-utloept': {
    status: 'AKTIV',
    epost: 'utloept',
    mobil: 'utloept',
    andel: 40,
    beskrivelse: 'both are older than 18 months: KAN_IKKE_VARSLES, and delivered all the same',
  },
  duplisert: {
    status: 'AKTIV',
    epost: 'fersk',
    mobil: 'fersk',
    duplisert: true,
    andel: 15,
    beskrivelse: 'others have the same e-mail and mobile',
  },
  'uten-kontaktinformasjon': {
    status: 'AKTIV',
    andel: 15,
    beskrivelse: 'registered without e-mail and mobile: KAN_IKKE_VARSLES',
  },
  'reservert-med-kontaktinformasjon': {
    status: 'AKTIV',
    epost: 'fersk',
    mobil: 'fersk',
    reservert: true,
    andel: 15,
    beskrivelse: 'reserved, with e-mail and mobile: KAN_IKKE_VARSLES',
  },
  reservert: {
    status: 'AKTIV',
    reservert: true,
    andel: 10,
    beskrivelse: 'reserved, without e-mail and mobile',
  },
  slettet: { status: 'SLETTET', andel: 5, beskrivelse: 'deleted: no `reservasjon`' },
  'ikke-registrert': {
    status: 'IKKE_REGISTRERT',
    andel: 60,
    beskrivelse: 'never there: v1 says so, v2 leaves them out unless asked',
  },
} as const satisfies Record<string, Tilstand>;

export type Tilstandsnavn = keyof typeof TILSTANDER;

/** The named persons that always are in one state, with the language that they have chosen. Others are drawn. */
export const NAVNGITTE: readonly { person: keyof typeof NUMMER; tilstand: Tilstandsnavn; spraak?: Spraak }[] =
  [
    { person: 'ordinaer-mor', tilstand: 'postkasse', spraak: 'nb' },
    { person: 'ordinaer-far', tilstand: 'bare-mobil' },
    { person: 'ordinaert-barn-1', tilstand: 'ikke-registrert' },
    { person: 'navneendring', tilstand: 'bare-epost' },
    { person: 'skilt-og-gift-igjen', tilstand: 'epost-utloept' },
    { person: 'skilt-og-gift-igjen-tidligere', tilstand: 'mobil-utloept' },
    { person: 'skilt-og-gift-igjen-ny', tilstand: 'begge-utloept' },
    { person: 'tvilling-1', tilstand: 'begge-ferske' },
    { person: 'tvilling-2', tilstand: 'ubekreftet' },
    { person: 'tvilling-mor', tilstand: 'duplisert' },
    { person: 'delt-bosted-mor', tilstand: 'reservert-med-kontaktinformasjon' },
    { person: 'delt-bosted-far', tilstand: 'reservert' },
    { person: 'utflyttet', tilstand: 'slettet' },
    { person: 'ukjent-bosted', tilstand: 'ikke-registrert' },
    { person: 'fiendtlig-navn', tilstand: 'uten-kontaktinformasjon' },
    { person: 'samisk-navn', tilstand: 'begge-ferske', spraak: 'se' },
    { person: 'langt-navn', tilstand: 'begge-ferske', spraak: 'nn' },
    { person: 'utenlandsk-adresse', tilstand: 'begge-ferske', spraak: 'en' },
  ];

const VED_NUMMER: ReadonlyMap<string, (typeof NAVNGITTE)[number]> = new Map(
  NAVNGITTE.map((navngitt) => [NUMMER[navngitt.person], navngitt]),
);

/** The state that a named person's number has; undefined for everybody else. */
export function findNavngitt(nummer: string): (typeof NAVNGITTE)[number] | undefined {
  return VED_NUMMER.get(nummer);
}

const NAVN = Object.keys(TILSTANDER).filter((navn): navn is Tilstandsnavn => navn in TILSTANDER);

/** The state at a place from 0 up to 1, as common as its share says. */
export function getTilstandVed(plass: number): Tilstandsnavn {
  let igjen = plass * 1_000;
  for (const navn of NAVN) {
    igjen -= TILSTANDER[navn].andel;
    if (igjen < 0) return navn;
  }
  return 'ikke-registrert';
}
