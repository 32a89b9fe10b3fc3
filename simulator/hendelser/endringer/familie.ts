/**
 * Marriage and death. What two documents say of each other is written by one hendelse in each, from the same facts:
 * the two persons and the day. Assumption: what belongs together (sivilstand and familierelasjon, status and doedsfall)
 * is one hendelse.
 */
import { formatDato } from '../../befolkning/dato.ts';
import { getTekst } from '../../befolkning/dokumentlesing.ts';
import type { Innhold } from '../../befolkning/element.ts';
import { getKommune, toKommunenummer, toKommuneplass } from '../../befolkning/kommuner.ts';
import { formatNummer } from '../../befolkning/personnummer.ts';
import { at } from '../../befolkning/skjelett.ts';
import { hash, toElement } from '../../befolkning/tilfeldig.ts';
import { findGjeldende, getGjeldendeTekst } from '../lesing.ts';
import { addOppfoering, endOppfoeringer, type Utfoering } from '../utfoering.ts';

const EKTEFELLE = 'ektefelleEllerPartner';
/** What each step of a marriage is called in a registered partnership. */
const I_PARTNERSKAP: Readonly<Record<string, string>> = {
  separert: 'separertPartner',
  skilt: 'skiltPartner',
  enkeEllerEnkemann: 'gjenlevendePartner',
};

export const SEPARERT = new Set(['separert', 'separertPartner']);
export const GIFT = new Set(['gift', 'registrertPartner']);

function toNummer(u: Utfoering, person: number): string {
  return formatNummer(at(u.grunn.skjelett.nummer, person));
}

function endEkteskap(u: Utfoering, nummer: string): void {
  endOppfoeringer(
    u,
    'familierelasjon',
    (e) => getTekst(e, 'relatertPersonsRolle') === EKTEFELLE && getTekst(e, 'relatertPerson') === nummer,
  );
}

function addSivilstand(u: Utfoering, sivilstand: string, aarsak: string, felter: Innhold): void {
  const innhold = { sivilstand, sivilstandsdato: formatDato(u.dag), ...felter };
  addOppfoering(u, 'sivilstand', innhold, { aarsak });
}

/** `argument`: the other. */
export function gift(u: Utfoering): void {
  const { person, argument: annen, grunn, dag } = u;
  const h = hash(grunn.skjelett.froe, Math.min(person, annen), Math.max(person, annen), dag);
  const nummer = toNummer(u, annen);
  addSivilstand(u, 'gift', 'Vigsel', {
    myndighet: toElement(h, ['DEN_NORSKE_KIRKE', 'ANSATT_I_KOMMUNE', 'STATSFORVALTEREN']),
    kommune: u.toKommunenummer(toKommunenummer(getKommune(toKommuneplass(hash(h, 1))), dag)),
    relatertVedSivilstand: nummer,
  });
  const relasjon = { relatertPerson: nummer, relatertPersonsRolle: EKTEFELLE, minRolleForPerson: EKTEFELLE };
  addOppfoering(u, 'familierelasjon', relasjon, { aarsak: 'Vigsel', ved: 'siden av' });
}

function toSteg(u: Utfoering, sivilstand: string): string {
  const naa = getGjeldendeTekst(u.dokument, 'sivilstand', 'sivilstand');
  return (naa.endsWith('artner') ? I_PARTNERSKAP[sivilstand] : undefined) ?? sivilstand;
}

/** `argument`: the other. */
export function separer(u: Utfoering): void {
  addSivilstand(u, toSteg(u, 'separert'), 'Separasjon', { relatertVedSivilstand: toNummer(u, u.argument) });
}

/** `argument`: the other. */
export function skill(u: Utfoering): void {
  const nummer = toNummer(u, u.argument);
  addSivilstand(u, toSteg(u, 'skilt'), 'Skilsmisse', { relatertVedSivilstand: nummer });
  endEkteskap(u, nummer);
}

/** `argument`: who died. */
export function bliAlene(u: Utfoering): void {
  const nummer = toNummer(u, u.argument);
  addSivilstand(u, toSteg(u, 'enkeEllerEnkemann'), 'Dødsfall', { relatertVedSivilstand: nummer });
  endEkteskap(u, nummer);
}

/** Post abroad and other addresses for the living end; the last home stays (section 2.1). */
export function doe(u: Utfoering): void {
  const ektefelle = getTekst(findGjeldende(u.dokument, 'sivilstand') ?? {}, 'relatertVedSivilstand');
  addOppfoering(u, 'status', { status: 'doed' }, { aarsak: 'Dødsfall' });
  addOppfoering(u, 'doedsfall', { doedsdato: formatDato(u.dag) }, { aarsak: 'Dødsfall' });
  endEkteskap(u, ektefelle);
  for (const egenskap of ['oppholdsadresse', 'postadresse', 'postadresseIUtlandet'])
    endOppfoeringer(u, egenskap);
}

/** A child comes of age: nobody is responsible for it any more. `argument`: the child. */
export function endForeldreansvar(u: Utfoering): void {
  const nummer = toNummer(u, u.argument);
  endOppfoeringer(u, 'foreldreansvar', (e) => getTekst(e, 'ansvarssubjekt') === nummer);
}
