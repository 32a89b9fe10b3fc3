/**
 * Which hendelser concern a municipality, as lists of places in the log: one number an entry, two when somebody moved
 * between municipalities. Where everybody lives is remembered the first time it is asked for.
 */
import { toBolig } from '../befolkning/adresse.ts';
import { listBosteder } from '../befolkning/bosted.ts';
import { FOERSTE_REGISTRERTE_DAG, isUkjentHjem } from '../befolkning/deler/bostedsadresse.ts';
import type { Grunnbefolkning } from '../befolkning/grunnbefolkning.ts';
import { toKommunenummer } from '../befolkning/kommuner.ts';
import { findBortedag, findDoedsdag } from '../befolkning/livsloep.ts';
import { toHjemmetsBeskyttelse } from '../befolkning/person.ts';
import { getSlag, type Skjelett } from '../befolkning/skjelett.ts';
import { TELLEDAG } from '../befolkning/telledag.ts';
import { findKommunenummer } from './lesing.ts';

export type Kommuneindeks = {
  /** The municipality number of the person's home now, or INGEN_KOMMUNE. */
  getKommune(person: number): number;
  /** Notes an entry, and where the person lives after it. */
  add(indeks: number, person: number, etter: number): void;
  /** At most `maks` entries from and with the place `fra`, in order. */
  list(kommune: number, fra: number, maks: number): number[];
};

export const INGEN_KOMMUNE = 0xffff;
const UKJENT = 0;
const MED_BOSTED = new Set(['vanlig', 'innvandret', 'utflyttet', 'forsvunnet']);

export function createKommuneindeks(grunn: Grunnbefolkning): Kommuneindeks {
  const naa = new Uint16Array(grunn.skjelett.antall);
  const perKommune = new Map<number, { steder: Int32Array; antall: number }>();
  const getKommune = (person: number): number => {
    if (naa[person] === UKJENT) naa[person] = findGrunnkommune(grunn, person);
    return naa[person] ?? INGEN_KOMMUNE;
  };
  const addTil = (kommune: number, indeks: number) => {
    if (kommune === INGEN_KOMMUNE) return;
    let liste = perKommune.get(kommune);
    if (liste === undefined) {
      liste = { steder: new Int32Array(64), antall: 0 };
      perKommune.set(kommune, liste);
    }
    if (liste.antall === liste.steder.length) {
      const stoerre = new Int32Array(liste.antall * 2);
      stoerre.set(liste.steder);
      liste.steder = stoerre;
    }
    liste.steder[liste.antall++] = indeks;
  };
  return {
    getKommune,
    add(indeks, person, etter) {
      const foer = getKommune(person);
      addTil(foer, indeks);
      if (etter !== foer) addTil(etter, indeks);
      naa[person] = etter;
    },
    list(kommune, fra, maks) {
      const liste = perKommune.get(kommune);
      if (liste === undefined) return [];
      const start = findFoerste(liste.steder, liste.antall, fra);
      return [...liste.steder.subarray(start, Math.min(liste.antall, start + maks))];
    },
  };
}

/** Where the person's first document says she lives; for most people without making it. */
function findGrunnkommune({ skjelett: s, scenariodokumenter }: Grunnbefolkning, person: number): number {
  const dokument = scenariodokumenter[person];
  const nummer = dokument === undefined ? findFraSkjelett(s, person) : findKommunenummer(dokument);
  return nummer === undefined ? INGEN_KOMMUNE : Number(nummer);
}

function findFraSkjelett(s: Skjelett, person: number): string | undefined {
  const slag = getSlag(s, person);
  if (!MED_BOSTED.has(slag) || findBortedag(s, person) !== undefined) return undefined;
  const bosted = listBosteder(s, person).at(-1);
  const til = findDoedsdag(s, person) ?? TELLEDAG;
  if (bosted === undefined || til < FOERSTE_REGISTRERTE_DAG) return undefined;
  if (toHjemmetsBeskyttelse(s, bosted.noekkel) === 'strengtFortrolig') return undefined;
  const dag = isUkjentHjem(s, bosted.noekkel) ? TELLEDAG : Math.max(bosted.fra, til - 1);
  return toKommunenummer(toBolig(s, person, bosted.noekkel).kommune, dag);
}

function findFoerste(steder: Int32Array, antall: number, fra: number): number {
  let lav = 0;
  let hoey = antall;
  while (lav < hoey) {
    const midt = (lav + hoey) >>> 1;
    if ((steder[midt] ?? 0) < fra) lav = midt + 1;
    else hoey = midt;
  }
  return lav;
}
