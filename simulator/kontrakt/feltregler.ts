/**
 * The rules for single fields outside offentlig-med-hjemmel: what an element looks like to a pakke that may see the
 * egenskap but not everything in it. Each rule makes a new element or returns undefined: then it does not exist.
 * Source: freg-contract.md sections 2.2 and 3.4.
 */
import type { Egenskap } from './egenskaper.ts';
import type { Synlighet } from './synlighet.ts';

/** One element of an egenskap, in the register's keys. */
export type Element = { readonly [felt: string]: unknown };

/** What a rule knows besides the element. `findDokument` is the whole document of the person with the number. */
export type Regelgrunnlag = {
  synlighet: Synlighet;
  erBeskyttet: boolean;
  findDokument: (nummer: string) => Element | undefined;
};

type Feltregel = (element: Element, grunnlag: Regelgrunnlag) => Element | undefined;

export function isElement(verdi: unknown): verdi is Element {
  return typeof verdi === 'object' && verdi !== null && !Array.isArray(verdi);
}

/** Absent erGjeldende counts as current: the register always sends it (section 2). */
export function isGjeldende(element: Element): boolean {
  return element.erGjeldende !== false;
}

/** Copies the element without the named fields. */
function omit(element: Element, felter: ReadonlySet<string>): Element {
  return Object.fromEntries(Object.entries(element).filter(([felt]) => !felter.has(felt)));
}

const METADATADATOER = ['ajourholdstidspunkt', 'gyldighetstidspunkt', 'opphoerstidspunkt'];

/**
 * Old addresses and moves come without dates. Assumption: the metadata times are dates too, or the dates that are
 * withheld could be read from them.
 */
const DATOER = new Set([
  ...METADATADATOER,
  'flyttedato',
  'oppholdsadressedato',
  'startdatoForKontrakt',
  'sluttdatoForKontrakt',
  'utflyttingsdato',
]);

const isUgradert = (element: Element): boolean =>
  typeof element.adressegradering === 'string' && element.adressegradering.toLowerCase() === 'ugradert';

const withoutGamleDatoer = (element: Element): Element =>
  isGjeldende(element) ? element : omit(element, DATOER);

/**
 * Only ugraderte addresses leave OMH. A protected person has none of them, whatever the tag says, except the open
 * postadresse. Assumption: klientadresse is graded like the others, since the tag itself tells something protected.
 */
const adresse: Feltregel = (element, { erBeskyttet }) =>
  erBeskyttet || !isUgradert(element) ? undefined : withoutGamleDatoer(element);

const postadresse: Feltregel = (element) => (isUgradert(element) ? withoutGamleDatoer(element) : undefined);

const flytting: Feltregel = (element, { erBeskyttet }) =>
  erBeskyttet ? undefined : withoutGamleDatoer(element);

const AAPNE_STATUSER = new Set<unknown>(['bosatt', 'utflyttet', 'doed', 'opphoert', 'inaktiv']);
const AARSAK = new Set(['aarsak']);

/**
 * Every other status is shown as aktiv, a value newer than this contract included (section 3.4: all but the five
 * are taushetsbelagt). Assumption: aarsak goes with it, since it would name the real status.
 */
const status: Feltregel = (element) =>
  AAPNE_STATUSER.has(element.status) ? element : { ...omit(element, AARSAK), status: 'aktiv' };

const EKTEFELLE = new Set(['relatertVedSivilstand']);
const sivilstand: Feltregel = (element, { synlighet }) =>
  synlighet.serEktefelle ? element : omit(element, EKTEFELLE);

const NUMMER = new Set(['foedselsEllerDNummer']);
const vergemaal: Feltregel = (element, { synlighet }) =>
  synlighet.serVergesNummer || !isElement(element.verge)
    ? element
    : { ...element, verge: omit(element.verge, NUMMER) };

const findGjeldende = (dokument: Element | undefined, egenskap: string): Element | undefined => {
  const liste = dokument?.[egenskap];
  return Array.isArray(liste) ? liste.filter(isElement).find(isGjeldende) : undefined;
};

/** The number of a contact person is replaced by birth date and name, looked up where the element lacks them. */
const doedsbo: Feltregel = (element, { synlighet, findDokument }) => {
  const { person } = element;
  if (synlighet.serDoedsboNummer || !isElement(person) || typeof person.foedselsEllerDNummer !== 'string')
    return element;
  const dokument = findDokument(person.foedselsEllerDNummer);
  const foedsel = findGjeldende(dokument, 'foedsel');
  const navn = findGjeldende(dokument, 'navn');
  const kontakt = {
    ...(foedsel?.foedselsdato === undefined ? {} : { foedselsdato: foedsel.foedselsdato }),
    ...(navn ? { personnavn: toPersonnavn(navn) } : {}),
    ...omit(person, NUMMER),
  };
  return { ...element, person: kontakt };
};

function toPersonnavn({ fornavn, mellomnavn, etternavn }: Element): Element {
  return mellomnavn === undefined ? { fornavn, etternavn } : { fornavn, mellomnavn, etternavn };
}

/** The egenskaper that have a rule; all others are given as they are. */
export const FELTREGLER: ReadonlyMap<string, Feltregel> = new Map<Egenskap, Feltregel>([
  ['bostedsadresse', adresse],
  ['oppholdsadresse', adresse],
  ['deltBosted', adresse],
  ['postadresseIUtlandet', adresse],
  ['postadresse', postadresse],
  ['innflytting', flytting],
  ['utflytting', flytting],
  ['status', status],
  ['sivilstand', sivilstand],
  ['vergemaalEllerFremtidsfullmakt', vergemaal],
  ['kontaktinformasjonForDoedsbo', doedsbo],
]);
