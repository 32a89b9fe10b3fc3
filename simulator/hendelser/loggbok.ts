/**
 * What is kept of each hendelse, in typed arrays that grow: 21 bytes an entry and four a person. Everything else is
 * worked out from it. Entries are added at the end and never changed; those of one person are chained backwards.
 */

export const INGEN = -1;

export type Loggbok = {
  antall(): number;
  /** Adds an entry and returns its place. `argument` is a whole number below 2^32 whose meaning the slag decides. */
  add(person: number, slag: number, tid: number, argument: number): number;
  getPerson(indeks: number): number;
  getSlag(indeks: number): number;
  getTid(indeks: number): number;
  getArgument(indeks: number): number;
  /** The same person's entry before this one, or INGEN. */
  getForrige(indeks: number): number;
  /** The person's latest entry, or INGEN. */
  getSiste(person: number): number;
};

const FOERSTE_PLASS = 4096;

export function createLoggbok(antallPersoner: number): Loggbok {
  const siste = new Int32Array(antallPersoner).fill(INGEN);
  let personer = new Int32Array(FOERSTE_PLASS);
  let slagene = new Uint8Array(FOERSTE_PLASS);
  let tider = new Float64Array(FOERSTE_PLASS);
  let argumenter = new Uint32Array(FOERSTE_PLASS);
  let forrige = new Int32Array(FOERSTE_PLASS);
  let antall = 0;
  const grow = () => {
    personer = toStoerre(personer, new Int32Array(antall * 2));
    slagene = toStoerre(slagene, new Uint8Array(antall * 2));
    tider = toStoerre(tider, new Float64Array(antall * 2));
    argumenter = toStoerre(argumenter, new Uint32Array(antall * 2));
    forrige = toStoerre(forrige, new Int32Array(antall * 2));
  };
  return {
    antall: () => antall,
    add(person, slag, tid, argument) {
      if (antall === personer.length) grow();
      personer[antall] = person;
      slagene[antall] = slag;
      tider[antall] = tid;
      argumenter[antall] = argument;
      forrige[antall] = siste[person] ?? INGEN;
      siste[person] = antall;
      return antall++;
    },
    getPerson: (i) => personer[i] ?? 0,
    getSlag: (i) => slagene[i] ?? 0,
    getTid: (i) => tider[i] ?? 0,
    getArgument: (i) => argumenter[i] ?? 0,
    getForrige: (i) => forrige[i] ?? INGEN,
    getSiste: (person) => siste[person] ?? INGEN,
  };
}

function toStoerre<T extends { set(fra: T): void }>(gammel: T, ny: T): T {
  ny.set(gammel);
  return ny;
}
