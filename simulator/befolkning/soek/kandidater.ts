/**
 * Whom a search must look at, and who of them fits: the cheapest index gives candidates, columns sort out, and a
 * document is asked only where the columns cannot tell. What is read depends on the rarest criterion, not on the size
 * of the population.
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

/** What a document costs to make, in rows read. */
const DOKUMENTPRIS = 500;

const NAVNEDEL = new Set(['navn']);
const ADRESSEDELER = new Set(['adressebeskyttelse', ...ADRESSESLAG]);

type Besoek = (person: number) => boolean;
/** A way to the candidates: rows to read, and of each whether the address is known to fit. */
type Vei = { pris: number; visit(besoek: (person: number, adresseErFunnet: boolean) => boolean): void };

/**
 * Calls `besoek` for everybody who fits, some more than once and in no order, until it answers false.
 */
export function visitTreff(r: Soekeregister, krav: Soekekrav, lesing: Lesing, besoek: Besoek): void {
  const passerKolonner = createKolonnefilter(r, krav);
  const navn = krav.navn && createNavnefilter(r, krav.navn, lesing);
  const adresse = krav.adresse && createAdressefilter(r, krav.adresse, lesing);
  let rader = 0;
  findVei(r, krav, navn, adresse).visit((person, adresseErFunnet) => {
    rader++;
    const merker = at(r.kolonner.merker, person);
    if (!passerKolonner(person, merker)) return true;
    if (navn !== undefined && !navn.passer(person, merker)) return true;
    if (adresse !== undefined && !adresse.passer(person, merker, adresseErFunnet)) return true;
    return besoek(person);
  });
  lesing.countRader(rader);
}

function createKolonnefilter({ kolonner }: Soekeregister, { statuser, kjoenn, foedt }: Soekekrav) {
  return (person: number, merker: number): boolean => {
    if (((statuser >>> (merker & STATUSBITS)) & 1) === 0) return false;
    if (kjoenn !== undefined && ((merker >>> KJOENNSKIFT) & 3) !== kjoenn) return false;
    if (foedt === undefined) return true;
    const dag = at(kolonner.foedselsdag, person);
    return dag >= foedt.fra && dag <= foedt.til && !(foedt.heleDatoen && (merker & BARE_AAR) !== 0);
  };
}

type Navnefilter = { ord: (readonly number[])[]; passer(person: number, merker: number): boolean };

function createNavnefilter(r: Soekeregister, krav: Navnekrav, lesing: Lesing): Navnefilter {
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

type Adressefilter = {
  krav: Adressekrav;
  steder: readonly number[];
  /** Undefined when any will do; nobody has the one asked for when it is -1. */
  hus: number | undefined;
  /** Whether the columns hold all that is asked for. */
  kunBosted: boolean;
  passer(person: number, merker: number, funnet: boolean): boolean;
};

const INGEN_HAR = -1;

function createAdressefilter(r: Soekeregister, krav: Adressekrav, lesing: Lesing): Adressefilter {
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

/** The cheapest way to everybody who can fit. */
function findVei(
  r: Soekeregister,
  { foedt, adresse: adressekrav }: Soekekrav,
  navn: Navnefilter | undefined,
  adresse: Adressefilter | undefined,
): Vei {
  const ordantall = (navn?.ord ?? []).map((ord) => r.navn.count(ord));
  const foedte = foedt === undefined ? r.antall : r.foedte.count(foedt.fra, foedt.til);
  /** How many of the candidates must be asked for their document, if the other criteria are independent. */
  const andel = [...ordantall, foedte].reduce(
    (produkt, antall) => produkt * Math.min(1, Math.max(0, antall / r.antall)),
    1,
  );
  const dokumenter = adresse !== undefined && !adresse.kunBosted ? andel * r.antall : 0;
  const veier: Vei[] = [];
  if (navn !== undefined) {
    const faerrest = ordantall.indexOf(Math.min(...ordantall));
    veier.push({
      pris: (ordantall[faerrest] ?? 0) + dokumenter * DOKUMENTPRIS,
      visit: (besoek) => r.navn.visit(navn.ord[faerrest] ?? [], (person) => besoek(person, false)),
    });
  }
  if (foedt !== undefined) {
    veier.push({
      pris: foedte + dokumenter * DOKUMENTPRIS,
      visit: (besoek) => r.foedte.visit(foedt.fra, foedt.til, (person) => besoek(person, false)),
    });
  }
  if (adresse !== undefined && adressekrav !== undefined) veier.push(createAdressevei(r, adresse));
  const [billigst] = veier.sort((a, b) => a.pris - b.pris);
  return billigst ?? createVeiTilAlle(r);
}

function createAdressevei(r: Soekeregister, { krav, steder, hus }: Adressefilter): Vei {
  const radsett = krav.historisk ? [r.gjeldende, r.tidligere] : [r.gjeldende];
  const slag = ADRESSESLAG.map((et) => krav.slag.includes(et));
  let rader = 0;
  for (const sett of radsett) for (const sted of steder) rader += sett.count(sted);
  return {
    pris: hus === undefined ? rader : rader / 50 + steder.length * 10,
    visit(besoek) {
      for (const sett of radsett) {
        for (const sted of steder) {
          const erFerdig = !sett.visit(sted, hus, (person, nr) => slag[nr] !== true || besoek(person, true));
          if (erFerdig) return;
        }
      }
    },
  };
}

/** With no criterion but kjoenn half of all fit, so the limit of a search is soon reached. */
function createVeiTilAlle(r: Soekeregister): Vei {
  return {
    pris: r.antall,
    visit(besoek) {
      for (let person = 0; person < r.antall; person++) if (!besoek(person, false)) return;
    },
  };
}
