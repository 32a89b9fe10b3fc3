/** What the builders of a document share about one person: looked up once, read by all. */
import { type Bosted, listBosteder } from './bosted.ts';
import { toKalenderdag } from './dato.ts';
import { findBortedag, findDoedsdag, getFoerstedag } from './livsloep.ts';
import { listSamliv, type Samliv } from './par.ts';
import { at, draw, EMNE, getSlag, type Skjelett, type Slag } from './skjelett.ts';
import { hash, toAndel } from './tilfeldig.ts';

export type Adressegradering = 'ugradert' | 'klientadresse' | 'fortrolig' | 'strengtFortrolig';

export type Person = {
  s: Skjelett;
  nr: number;
  slag: Slag;
  foedt: number;
  foerstedag: number;
  doedsdag: number | undefined;
  bortedag: number | undefined;
  /** Whole years at the simulator's now. */
  alder: number;
  naaDag: number;
  samliv: readonly Samliv[];
  bosteder: readonly Bosted[];
  beskyttelse: 'ugradert' | 'fortrolig' | 'strengtFortrolig';
};

/** Shares of homes that are protected. Everybody who lives in one is protected alike. Assumption. */
const ANDEL_STRENGT_FORTROLIG = 0.0008;
const ANDEL_BESKYTTET = 0.003;

function toBeskyttelse(s: Skjelett, slag: Slag, sisteBosted: Bosted | undefined): Person['beskyttelse'] {
  if (sisteBosted === undefined || (slag !== 'vanlig' && slag !== 'innvandret')) return 'ugradert';
  return toHjemmetsBeskyttelse(s, sisteBosted.noekkel);
}

/** How everybody who lives in a home now is protected. */
export function toHjemmetsBeskyttelse(s: Skjelett, noekkel: number): Person['beskyttelse'] {
  const andel = toAndel(hash(s.froe, noekkel, EMNE.vern));
  if (andel < ANDEL_STRENGT_FORTROLIG) return 'strengtFortrolig';
  return andel < ANDEL_BESKYTTET ? 'fortrolig' : 'ugradert';
}

export function toAlder(foedt: number, dag: number): number {
  const fra = toKalenderdag(foedt);
  const til = toKalenderdag(dag);
  const hattBursdag = til.maaned > fra.maaned || (til.maaned === fra.maaned && til.dag >= fra.dag);
  return til.aar - fra.aar - (hattBursdag ? 0 : 1);
}

/** Gathers a person's facts. `naaDag` is the simulator's today as a day number. */
export function toPerson(s: Skjelett, nr: number, naaDag: number): Person {
  const slag = getSlag(s, nr);
  const samliv = listSamliv(s, nr);
  const utenBosted = slag === 'dnummer' || slag === 'opphoert' || slag === 'foedselsregistrert';
  const bosteder = utenBosted ? [] : listBosteder(s, nr, samliv);
  return {
    s,
    nr,
    slag,
    foedt: at(s.foedt, nr),
    foerstedag: getFoerstedag(s, nr),
    doedsdag: findDoedsdag(s, nr),
    bortedag: findBortedag(s, nr),
    alder: toAlder(at(s.foedt, nr), naaDag),
    naaDag,
    samliv,
    bosteder,
    beskyttelse: toBeskyttelse(s, slag, bosteder.at(-1)),
  };
}

/** The person's hash about one matter. */
export function drawFor(person: Person, emne: number, d = 0): number {
  return draw(person.s, person.nr, emne, d);
}
