/**
 * What searches ask about each person, in typed arrays of 15 bytes a person: always as the person is now. What a column
 * cannot hold is said by the bit DOKUMENT: then the document must be asked about names, addresses and citizenships.
 */

import { toDag } from '../dato.ts';
import { createKodebok, type Kodebok } from './kodebok.ts';

export const KJOENN = { kvinne: 1, mann: 2 } as const;

/** The lowest bits of `merker` are the code of the status. */
export const STATUSBITS = 0x1f;
export const KJOENNSKIFT = 5;
/** All addresses are protected. */
export const VERNET = 1 << 7;
/** One of the addresses is a klientadresse. */
export const KLIENT = 1 << 8;
/** The indexes may hold addresses that the person no longer has, and more citizenships than two can be. */
export const DOKUMENT = 1 << 9;
/** Only the year of birth is known. */
export const BARE_AAR = 1 << 10;
/** The names are not those of the skeleton. */
export const NAVN = 1 << 11;

/** Days of birth are counted from 1 January 1880, from 1 up; 0 is an unknown one. */
export const DAG_NULL = toDag(1880, 1, 1) - 1;
export const SISTE_DAG = 0xffff;
/** Years of death likewise: 1900 is 1. */
export const DOEDSAAR_NULL = 1899;
/** Place of a bosted that nobody has. */
export const INTET_STED = 0;

export type Kolonner = {
  readonly merker: Uint16Array;
  readonly foedselsdag: Uint16Array;
  readonly doedsaar: Uint8Array;
  /** Codes; 0 is none. */
  readonly sivilstand: Uint8Array;
  readonly land: Uint8Array;
  readonly annetLand: Uint8Array;
  /** The current bostedsadresse: place and house number. */
  readonly sted: Uint32Array;
  readonly hus: Uint16Array;
};

export function createKolonner(antall: number): Kolonner {
  return {
    merker: new Uint16Array(antall),
    foedselsdag: new Uint16Array(antall),
    doedsaar: new Uint8Array(antall),
    sivilstand: new Uint8Array(antall),
    land: new Uint8Array(antall),
    annetLand: new Uint8Array(antall),
    sted: new Uint32Array(antall),
    hus: new Uint16Array(antall),
  };
}

/** What the numbers in the columns stand for. */
export type Koder = { status: Kodebok; sivilstand: Kodebok; land: Kodebok; hus: Kodebok };

export function createKoder(): Koder {
  const createMedIngen = () => createKodebok(['']);
  return {
    status: createMedIngen(),
    sivilstand: createMedIngen(),
    land: createMedIngen(),
    hus: createMedIngen(),
  };
}
