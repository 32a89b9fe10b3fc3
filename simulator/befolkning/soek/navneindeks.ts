/**
 * From a word to the persons who have or had it in their name: four bytes for each word of each person. A search reads
 * the rarest of its words; whether the rest of the name fits is for the reader to ask.
 */
import { findMellomnavnord, listEtternavnord, listFornavnord } from '../navn.ts';
import { ADJEKTIVER, SUBSTANTIVER } from '../navn-ord.ts';
import { at, getSlag, type Skjelett } from '../skjelett.ts';
import { toFonetisk } from './fonetikk.ts';
import { createKodebok } from './kodebok.ts';

export type Navneindeks = {
  /** The numbers of the words that are, or with `fonetisk` sound, as this one. */
  listOrdnummer(ord: string, fonetisk: boolean): readonly number[];
  /** How many persons are read for these words. */
  count(ordnumre: readonly number[]): number;
  /** Calls `besoek` for the persons of these words, some more than once, until it answers false. */
  visit(ordnumre: readonly number[], besoek: (person: number) => boolean): void;
  /** The numbers of the words in the skeleton's name of a person who is not a scenario person. */
  getNavn(person: number): Navneord;
  /** Adds a word of a person unless the person has it. */
  add(ord: string, person: number): void;
};

/** Word numbers; the family names the person has had, today's first. */
export type Navneord = {
  fornavn: readonly number[];
  mellomnavn: number | undefined;
  etternavn: readonly number[];
};

/** Builds the index of everybody but the scenario persons. */
export function createNavneindeks(s: Skjelett): Navneindeks {
  const bok = createKodebok();
  const lyder = new Map<string, number[]>();
  const toOrdnummer = (ord: string): number => {
    const kjent = bok.find(ord);
    if (kjent !== undefined) return kjent;
    const nummer = bok.toKode(ord);
    const lyd = toFonetisk(ord);
    lyder.set(lyd, [...(lyder.get(lyd) ?? []), nummer]);
    return nummer;
  };
  const fornavnordnumre = ADJEKTIVER.map(toOrdnummer);
  const etternavnordnumre = SUBSTANTIVER.map(toOrdnummer);
  const toFornavn = (ord: number) => fornavnordnumre[ord] ?? 0;
  const toEtternavn = (ord: number) => etternavnordnumre[ord] ?? 0;

  const getNavn = (person: number): Navneord => {
    const mellomnavn = findMellomnavnord(s, person);
    return {
      fornavn: listFornavnord(s, person).map(toFornavn),
      mellomnavn: mellomnavn === undefined ? undefined : toEtternavn(mellomnavn),
      etternavn: listEtternavnord(s, person).map(toEtternavn),
    };
  };

  const start = new Uint32Array(fornavnordnumre.length + etternavnordnumre.length + 1);
  visitOrd(s, getNavn, (ord) => {
    start[ord + 1] = at(start, ord + 1) + 1;
  });
  for (let ord = 1; ord < start.length; ord++) start[ord] = at(start, ord) + at(start, ord - 1);
  const neste = start.slice();
  const personer = new Uint32Array(at(start, start.length - 1));
  visitOrd(s, getNavn, (ord, person) => {
    personer[at(neste, ord)] = person;
    neste[ord] = at(neste, ord) + 1;
  });

  /** Added later, by word. */
  const nye = new Map<number, Set<number>>();
  const getStart = (ord: number) => start[ord] ?? personer.length;
  const getSlutt = (ord: number) => start[ord + 1] ?? personer.length;

  return {
    listOrdnummer(ord, fonetisk) {
      if (fonetisk) return lyder.get(toFonetisk(ord)) ?? [];
      const nummer = bok.find(ord);
      return nummer === undefined ? [] : [nummer];
    },
    count: (ordnumre) =>
      ordnumre.reduce((sum, ord) => sum + getSlutt(ord) - getStart(ord) + (nye.get(ord)?.size ?? 0), 0),
    visit(ordnumre, besoek) {
      for (const ord of ordnumre) {
        for (let i = getStart(ord); i < getSlutt(ord); i++) if (!besoek(at(personer, i))) return;
        for (const person of nye.get(ord) ?? []) if (!besoek(person)) return;
      }
    },
    getNavn,
    add(tekst, person) {
      const ord = toOrdnummer(tekst);
      if (hasPerson(personer, getStart(ord), getSlutt(ord), person)) return;
      nye.set(ord, (nye.get(ord) ?? new Set()).add(person));
    },
  };
}

/** Every word of everybody's names, once for each place it stands in. */
function visitOrd(
  s: Skjelett,
  getNavn: (person: number) => Navneord,
  besoek: (ord: number, person: number) => void,
): void {
  for (let person = s.foerste; person < s.antall; person++) {
    if (getSlag(s, person) === 'opphoert') continue;
    const { fornavn, mellomnavn, etternavn } = getNavn(person);
    for (const ord of fornavn) besoek(ord, person);
    if (mellomnavn !== undefined) besoek(mellomnavn, person);
    for (const ord of etternavn) besoek(ord, person);
  }
}

/** Whether the person is among `personer` from one place to another, where they lie in rising order. */
function hasPerson(personer: Uint32Array, fra: number, til: number, person: number): boolean {
  let lav = fra;
  let hoey = til;
  while (lav < hoey) {
    const midt = (lav + hoey) >>> 1;
    if (at(personer, midt) < person) lav = midt + 1;
    else hoey = midt;
  }
  return lav < til && personer[lav] === person;
}
