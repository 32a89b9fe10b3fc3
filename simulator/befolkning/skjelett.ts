/**
 * The skeleton: the few facts of each person that others depend on (birth, number, family, names), in typed arrays of
 * some 25 bytes a person. Everything else in a document is drawn from the person's own hash when it is asked for.
 */

import type { Kjoenn } from './personnummer.ts';
import { hash } from './tilfeldig.ts';

/** Persons lie in blocks of this size; nobody has relations outside her own block, so a relation fits in one byte. */
export const SLEKT = 24;

/** What sort of life the person has had with the register. The order is also the value stored. */
export const SLAG = [
  'vanlig',
  'innvandret',
  'utflyttet',
  'dnummer',
  'forsvunnet',
  'opphoert',
  'foedselsregistrert',
] as const;
export type Slag = (typeof SLAG)[number];

export const INGEN_ORD = 0xffff;

export type Skjelett = {
  readonly froe: number;
  readonly antall: number;
  /** Index of the first person that belongs to a block; those before it are scenario persons. */
  readonly foerste: number;
  readonly foedt: Int32Array;
  readonly nummer: Float64Array;
  /** 0 kvinne, 1 mann */
  readonly kjoenn: Uint8Array;
  /** Place in SLAG. */
  readonly slag: Uint8Array;
  /** Relations as distance to the related person, 0 for none. `far` may be a woman: then she is medmor. */
  readonly mor: Int8Array;
  readonly far: Int8Array;
  readonly partner: Int8Array;
  readonly tidligere: Int8Array;
  /** Places in ADJEKTIVER and SUBSTANTIVER; `nyttEtternavn` is the name taken at marriage or INGEN_ORD. */
  readonly fornavn: Uint16Array;
  readonly etternavn: Uint16Array;
  readonly nyttEtternavn: Uint16Array;
  /** Numbers that once were the person's: a d-number before the fødselsnummer, or the number of a dublett. */
  readonly tidligereNummer: Map<number, number>;
};

/** An empty skeleton with room for `antall` persons. */
export function createSkjelett(froe: number, antall: number, foerste: number): Skjelett {
  return {
    froe,
    antall,
    foerste,
    foedt: new Int32Array(antall),
    nummer: new Float64Array(antall),
    kjoenn: new Uint8Array(antall),
    slag: new Uint8Array(antall),
    mor: new Int8Array(antall),
    far: new Int8Array(antall),
    partner: new Int8Array(antall),
    tidligere: new Int8Array(antall),
    fornavn: new Uint16Array(antall),
    etternavn: new Uint16Array(antall),
    nyttEtternavn: new Uint16Array(antall).fill(INGEN_ORD),
    tidligereNummer: new Map(),
  };
}

/** What a person's own hash is asked about; the numbers only have to differ. */
export const EMNE = {
  doed: 1,
  flyttHjemmefra: 2,
  bolig: 3,
  par: 4,
  navn: 5,
  mellomnavn: 6,
  kilde: 7,
  opprettet: 8,
  land: 9,
  post: 10,
  vern: 11,
  verge: 12,
  identitet: 13,
  foedested: 14,
  delt: 15,
  opphold: 16,
  doedsbo: 17,
  legitimasjon: 18,
  utflytting: 19,
  spraak: 20,
  avvik: 21,
  foreldre: 22,
  bostedstype: 23,
  klient: 24,
} as const;

/** The person's hash about one matter. */
export function draw(s: Skjelett, person: number, emne: number, d = 0): number {
  return hash(s.froe, person, emne, d);
}

/** The value at an index of a typed array that is known to reach so far. */
export function at(liste: { readonly [i: number]: number }, i: number): number {
  return liste[i] ?? 0;
}

export function getKjoenn(s: Skjelett, person: number): Kjoenn {
  return at(s.kjoenn, person) === 0 ? 'kvinne' : 'mann';
}

export function getSlag(s: Skjelett, person: number): Slag {
  return SLAG[at(s.slag, person)] ?? 'vanlig';
}

function findRelatert(avstander: Int8Array, person: number): number | undefined {
  const avstand = at(avstander, person);
  return avstand === 0 ? undefined : person + avstand;
}

export const findMor = (s: Skjelett, person: number) => findRelatert(s.mor, person);
/** Father, or the mother's wife (medmor). */
export const findFar = (s: Skjelett, person: number) => findRelatert(s.far, person);
/** The latest spouse or cohabitant. */
export const findPartner = (s: Skjelett, person: number) => findRelatert(s.partner, person);
/** The spouse before the latest. */
export const findTidligere = (s: Skjelett, person: number) => findRelatert(s.tidligere, person);

/** The block that the person lies in: from `start` to, but not with, `slutt`. */
export function toSlekt(s: Skjelett, person: number): { start: number; slutt: number } {
  const start = s.foerste + Math.floor((person - s.foerste) / SLEKT) * SLEKT;
  return { start, slutt: Math.min(start + SLEKT, s.antall) };
}

/** The children, oldest block place first: at most one block is read. */
export function listBarn(s: Skjelett, person: number): number[] {
  const { start, slutt } = toSlekt(s, person);
  const barn: number[] = [];
  for (let b = start; b < slutt; b++) {
    if (findMor(s, b) === person || findFar(s, b) === person) barn.push(b);
  }
  return barn;
}
