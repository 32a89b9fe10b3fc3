/**
 * Whom a search must look at: the cheapest index gives candidates, and filters sort out. What is read depends on the
 * rarest criterion, not on the size of the population.
 */
import { at } from '../skjelett.ts';
import {
  type Adressefilter,
  createAdressefilter,
  createKolonnefilter,
  createNavnefilter,
  type Lesing,
  type Navnefilter,
  type Soekekrav,
} from './filtre.ts';
import { ADRESSESLAG } from './soekbart.ts';
import type { Soekeregister } from './soekeregister.ts';

/** What a document costs to make, and a row that is only held against a set of persons, in rows read and filtered. */
const DOKUMENTPRIS = 500;
const PRIS_I_MENGDE = 0.1;
/** So many places that counting their rows costs as much as finding one house in each. */
const MANGE_STEDER = 5000;

type Besoek = (person: number) => boolean;
/** A way to candidates: what it costs, and of each whether the address is known to fit. */
type Kandidatbesoek = (person: number, adresseErFunnet: boolean) => boolean;
/** `visit` answers with the number of rows that it has read. */
type Vei = { pris: number; visit(besoek: Kandidatbesoek): number };
/** One bit a person. */
type Mengde = Uint8Array;

/**
 * Calls `besoek` for everybody who fits, some more than once and in no order, until it answers false.
 */
export function visitTreff(r: Soekeregister, krav: Soekekrav, lesing: Lesing, besoek: Besoek): void {
  const passerKolonner = createKolonnefilter(r, krav);
  const navn = krav.navn && createNavnefilter(r, krav.navn, lesing);
  const adresse = krav.adresse && createAdressefilter(r, krav.adresse, lesing);
  const passer = (person: number): boolean => {
    const merker = at(r.kolonner.merker, person);
    return passerKolonner(person, merker) && (navn === undefined || navn.passer(person, merker));
  };
  const smal = findSmalVei(r, krav, navn);
  const bred = adresse && createAdressevei(adresse, r);
  const vei = adresse && bred ? chooseVei(smal, bred, adresse, () => toMengde(r.antall, smal, passer)) : smal;
  const rader = vei.visit((person, funnet) => {
    if (!passer(person)) return true;
    if (adresse !== undefined && !adresse.passer(person, at(r.kolonner.merker, person), funnet)) return true;
    return besoek(person);
  });
  lesing.countRader(rader);
}

/** The cheapest way that does not go by address: the rarest word, the days of birth, or everybody. */
function findSmalVei(r: Soekeregister, { foedt }: Soekekrav, navn: Navnefilter | undefined): SmalVei {
  const ordantall = (navn?.ord ?? []).map((ord) => r.navn.count(ord));
  const foedte = foedt === undefined ? r.antall : Math.max(0, r.foedte.count(foedt.fra, foedt.til));
  const andel = [...ordantall, foedte].reduce(
    (produkt, antall) => produkt * Math.min(1, antall / r.antall),
    1,
  );
  const anslag = andel * r.antall;
  const faerrest = Math.min(...ordantall);
  if (navn !== undefined && faerrest <= foedte) {
    const ord = navn.ord[ordantall.indexOf(faerrest)] ?? [];
    return { pris: faerrest, anslag, visit: (besoek) => visitAlle((b) => r.navn.visit(ord, b), besoek) };
  }
  if (foedt !== undefined) {
    const { fra, til } = foedt;
    return { pris: foedte, anslag, visit: (besoek) => visitAlle((b) => r.foedte.visit(fra, til, b), besoek) };
  }
  /** With no criterion but kjoenn half of all fit, and the limit of a search is soon reached. */
  const visitHverEneste = (besoek: Besoek) => {
    for (let person = 0; person < r.antall; person++) if (!besoek(person)) return;
  };
  const pris = Number.POSITIVE_INFINITY;
  return { pris, anslag, visit: (besoek) => visitAlle(visitHverEneste, besoek) };
}

/** `anslag`: how many of the candidates fit all but the address, if the other criteria are independent. */
type SmalVei = Vei & { anslag: number };

function visitAlle(visit: (besoek: Besoek) => void, besoek: Kandidatbesoek): number {
  let rader = 0;
  visit((person) => {
    rader++;
    return besoek(person, false);
  });
  return rader;
}

type Adressevei = Vei & {
  /** As visit, but only for the persons of a set. */
  visitMengde(mengde: Mengde, besoek: Kandidatbesoek): number;
};

function createAdressevei({ krav, steder, hus }: Adressefilter, r: Soekeregister): Adressevei {
  const radsett = krav.historisk ? [r.gjeldende, r.tidligere] : [r.gjeldende];
  const slag = ADRESSESLAG.map((et) => krav.slag.includes(et));
  const count = () =>
    radsett.reduce((sum, sett) => sum + steder.reduce((rader, sted) => rader + sett.count(sted), 0), 0);
  const visitRader = (besoek: (person: number, nr: number) => boolean) => {
    for (const sett of radsett) for (const sted of steder) if (!sett.visit(sted, hus, besoek)) return;
  };
  return {
    /** One house is found by halving in each place, not by reading all of it. */
    pris: hus === undefined ? count() : steder.length > MANGE_STEDER ? steder.length * 8 : count() / 8,
    visit(besoek) {
      let rader = 0;
      visitRader((person, nr) => {
        rader++;
        return slag[nr] !== true || besoek(person, true);
      });
      return rader;
    },
    visitMengde(mengde, besoek) {
      let rader = 0;
      visitRader((person, nr) => {
        rader++;
        if ((at(mengde, person >>> 3) & (1 << (person & 7))) === 0) return true;
        return slag[nr] !== true || besoek(person, true);
      });
      return rader;
    },
  };
}

/** Those of the way who fit all but the address, and how many rows it took to find them. */
function toMengde(antall: number, smal: Vei, passer: Besoek): { mengde: Mengde; rader: number } {
  const mengde = new Uint8Array((antall >>> 3) + 1);
  const rader = smal.visit((person) => {
    if (passer(person)) mengde[person >>> 3] = at(mengde, person >>> 3) | (1 << (person & 7));
    return true;
  });
  return { mengde, rader };
}

/**
 * The cheapest way to everybody who can fit: one of the two, or the rows of the addresses held against those who fit
 * all the rest. With addresses that the columns do not hold, the narrow way costs documents.
 */
function chooseVei(
  smal: SmalVei,
  bred: Adressevei,
  { kunBosted }: Adressefilter,
  createMengde: () => { mengde: Mengde; rader: number },
): Vei {
  if (kunBosted) return smal.pris < bred.pris ? smal : bred;
  const medDokumenter = smal.pris + smal.anslag * DOKUMENTPRIS;
  const medMengde = smal.pris + bred.pris * PRIS_I_MENGDE;
  if (bred.pris <= Math.min(medDokumenter, medMengde)) return bred;
  if (medDokumenter < medMengde) return smal;
  return {
    pris: medMengde,
    visit(besoek) {
      const { mengde, rader } = createMengde();
      return rader + bred.visitMengde(mengde, besoek);
    },
  };
}
