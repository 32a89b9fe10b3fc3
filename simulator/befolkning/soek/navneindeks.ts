/**
 * From a name to the persons who have or had it: one sorted array of (word of given name, word of family name,
 * person). The search's first and last word choose the range; the document decides the rest.
 */
import type { Persondokument } from '../befolkning.ts';
import { getTekst, listElementer } from '../dokumentlesing.ts';
import { listEtternavnord, listFornavnord } from '../navn.ts';
import { ADJEKTIVER, SUBSTANTIVER } from '../navn-ord.ts';
import { getSlag, type Skjelett } from '../skjelett.ts';
import { toFonetisk } from './fonetikk.ts';
import { listOrd } from './soekbart.ts';

/** Room for the words of each kind, and for persons, inside one 53-bit whole number. */
const MAKS_ORD = 4096;
const MAKS_PERSONER = 2 ** 23;

type Ordbok = { nummer: Map<string, number>; lyd: Map<string, number[]> };

export type Navneindeks = {
  /** Persons with such a first and last word in one of their names, current or old. `navn` has at least two words. */
  listKandidater(navn: string, fonetisk: boolean): number[];
};

function createOrdbok(ordliste: readonly string[]): Ordbok {
  const ordbok: Ordbok = { nummer: new Map(), lyd: new Map() };
  for (const ord of ordliste) addOrd(ordbok, ord);
  return ordbok;
}

function addOrd(ordbok: Ordbok, ord: string): number {
  const kjent = ordbok.nummer.get(ord);
  if (kjent !== undefined) return kjent;
  const nummer = ordbok.nummer.size;
  ordbok.nummer.set(ord, nummer);
  const lyd = toFonetisk(ord);
  ordbok.lyd.set(lyd, [...(ordbok.lyd.get(lyd) ?? []), nummer]);
  return nummer;
}

function listOrdnummer(ordbok: Ordbok, ord: string, fonetisk: boolean): number[] {
  if (fonetisk) return ordbok.lyd.get(toFonetisk(ord)) ?? [];
  const nummer = ordbok.nummer.get(ord);
  return nummer === undefined ? [] : [nummer];
}

function toNoekkel(fornavn: number, etternavn: number, person: number): number {
  return (fornavn * MAKS_ORD + etternavn) * MAKS_PERSONER + person;
}

/** Builds the index from the skeleton and the whole documents of the scenario persons (index 0 and up). */
export function createNavneindeks(s: Skjelett, scenariodokumenter: readonly Persondokument[]): Navneindeks {
  const fornavnbok = createOrdbok(ADJEKTIVER);
  const etternavnbok = createOrdbok(SUBSTANTIVER);
  let noekler = new Float64Array(Math.ceil(s.antall * 1.3) + 20_000);
  let antall = 0;
  const add = (noekkel: number) => {
    noekler[antall++] = noekkel;
  };
  for (const [person, dokument] of scenariodokumenter.entries()) {
    for (const navn of listElementer(dokument, 'navn')) {
      for (const fornavn of listOrd(getTekst(navn, 'fornavn'))) {
        for (const etternavn of listOrd(getTekst(navn, 'etternavn'))) {
          add(toNoekkel(addOrd(fornavnbok, fornavn), addOrd(etternavnbok, etternavn), person));
        }
      }
    }
  }
  for (let person = s.foerste; person < s.antall; person++) {
    if (getSlag(s, person) === 'opphoert') continue;
    for (const fornavn of listFornavnord(s, person)) {
      for (const etternavn of listEtternavnord(s, person)) add(toNoekkel(fornavn, etternavn, person));
    }
  }
  noekler = noekler.slice(0, antall).sort();
  return {
    listKandidater(navn, fonetisk) {
      const ord = listOrd(navn);
      const kandidater = new Set<number>();
      for (const fornavn of listOrdnummer(fornavnbok, ord[0] ?? '', fonetisk)) {
        for (const etternavn of listOrdnummer(etternavnbok, ord.at(-1) ?? '', fonetisk)) {
          addPersoner(kandidater, noekler, toNoekkel(fornavn, etternavn, 0));
        }
      }
      return [...kandidater];
    },
  };
}

function addPersoner(kandidater: Set<number>, noekler: Float64Array, fra: number): void {
  let lav = 0;
  let hoey = noekler.length;
  while (lav < hoey) {
    const midt = (lav + hoey) >>> 1;
    if ((noekler[midt] ?? 0) < fra) lav = midt + 1;
    else hoey = midt;
  }
  for (let i = lav; i < noekler.length; i++) {
    const person = (noekler[i] ?? 0) - fra;
    if (person >= MAKS_PERSONER) return;
    kandidater.add(person);
  }
}
