/**
 * Whether a candidate of a search fits: columns first, the skeleton's name next, and the document only where these
 * cannot tell. `merker` is always the person's bits of that column.
 */
import type { Persondokument } from '../befolkning.ts';
import { at } from '../skjelett.ts';
import { BARE_AAR, DOKUMENT, KJOENNSKIFT, KLIENT, NAVN, STATUSBITS, VERNET } from './kolonner.ts';
import type { Navneord } from './navneindeks.ts';
import { ADRESSESLAG, listOrd } from './soekbart.ts';
import type { Soekeregister } from './soekeregister.ts';
import { type Adressekrav, hasAdresse, hasNavn } from './treff.ts';

export type Navnekrav = { navn: string; soekFonetisk: boolean; historisk: boolean; iRekkefoelge: boolean };

/** What the persons must be. Days are numbers of the column, both ends included. */
export type Soekekrav = {
  /** One bit for each status code. */
  statuser: number;
  kjoenn: number | undefined;
  foedt: { fra: number; til: number; heleDatoen: boolean } | undefined;
  navn: Navnekrav | undefined;
  adresse: Adressekrav | undefined;
};

export type Lesing = {
  getDokument(person: number, bare: ReadonlySet<string>): Persondokument;
  /** Told how many rows of the indexes a search has read. */
  countRader(antall: number): void;
};

const NAVNEDEL = new Set(['navn']);
const ADRESSEDELER = new Set(['adressebeskyttelse', ...ADRESSESLAG]);

/** Status, kjoenn and birth. */
export function createKolonnefilter({ kolonner }: Soekeregister, { statuser, kjoenn, foedt }: Soekekrav) {
  return (person: number, merker: number): boolean => {
    if (((statuser >>> (merker & STATUSBITS)) & 1) === 0) return false;
    if (kjoenn !== undefined && ((merker >>> KJOENNSKIFT) & 3) !== kjoenn) return false;
    if (foedt === undefined) return true;
    const dag = at(kolonner.foedselsdag, person);
    return dag >= foedt.fra && dag <= foedt.til && !(foedt.heleDatoen && (merker & BARE_AAR) !== 0);
  };
}

/** `ord`: the numbers that each word of the name may have. */
export type Navnefilter = { ord: (readonly number[])[]; passer(person: number, merker: number): boolean };

export function createNavnefilter(r: Soekeregister, krav: Navnekrav, lesing: Lesing): Navnefilter {
  const ord = listOrd(krav.navn).map((tekst) => r.navn.listOrdnummer(tekst, krav.soekFonetisk));
  const foerste = ord[0] ?? [];
  const siste = ord.at(-1) ?? [];
  const iRekkefoelge = krav.iRekkefoelge && ord.length > 1;
  const hasEtternavn = ({ fornavn, mellomnavn }: Navneord, etternavn: number): boolean =>
    ord.every((et) => et.some((o) => o === etternavn || o === mellomnavn || fornavn.includes(o))) &&
    (!iRekkefoelge || (siste.includes(etternavn) && foerste.some((o) => fornavn.includes(o))));
  return {
    ord,
    passer(person, merker) {
      if ((merker & NAVN) !== 0)
        return hasNavn(lesing.getDokument(person, NAVNEDEL), krav, krav.iRekkefoelge);
      const navn = r.navn.getNavn(person);
      return navn.etternavn.some(
        (etternavn, i) => (i === 0 || krav.historisk) && hasEtternavn(navn, etternavn),
      );
    },
  };
}

export type Adressefilter = {
  krav: Adressekrav;
  steder: readonly number[];
  /** Undefined when any will do; nobody has the one asked for when it is -1. */
  hus: number | undefined;
  /** Whether the columns hold all that is asked for. */
  kunBosted: boolean;
  passer(person: number, merker: number, funnet: boolean): boolean;
};

const INGEN_HAR = -1;

export function createAdressefilter(r: Soekeregister, krav: Adressekrav, lesing: Lesing): Adressefilter {
  const { steder, has } = r.steder.list(krav);
  const hus = krav.husnummer === undefined ? undefined : (r.koder.hus.find(krav.husnummer) ?? INGEN_HAR);
  const kunBosted = !krav.historisk && krav.slag.length === 1;
  const { sted, hus: husKolonne } = r.kolonner;
  const passerBosted = (person: number) =>
    has(at(sted, person)) && (hus === undefined || at(husKolonne, person) === hus);
  return {
    krav,
    steder: hus === INGEN_HAR ? [] : steder,
    hus,
    kunBosted,
    passer(person, merker, funnet) {
      if ((merker & VERNET) !== 0) return false;
      const spoerOmKlient = (merker & KLIENT) !== 0 && !krav.serKlientadresser;
      if (!spoerOmKlient) {
        if (funnet && (merker & DOKUMENT) === 0) return true;
        if (passerBosted(person)) return true;
        if (kunBosted) return false;
      }
      return hasAdresse(lesing.getDokument(person, ADRESSEDELER), krav);
    },
  };
}
