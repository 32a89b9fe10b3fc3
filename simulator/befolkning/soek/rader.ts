/**
 * Who lives (or has lived) where: one row for each person and address, six bytes, ordered by place, then by house
 * number. Rows are made once for everybody and added one by one when things happen; none is taken away, so the reader
 * must ask whether the person still has the address.
 */

/** The kind of address lies over the person's 24 bits. */
const PERSONBITS = 24;
const PERSONMASKE = (1 << PERSONBITS) - 1;
/** So few rows are read faster in order than by halving. */
const KORT = 64;

export type Radbygger = {
  add(sted: number, hus: number, person: number, slag: number): void;
  build(): Rader;
};

export type Rader = {
  /** How many rows there are in a place. */
  count(sted: number): number;
  /** Calls `besoek` for the rows of a place, or of one house there, until it answers false; answers false then. */
  visit(
    sted: number,
    hus: number | undefined,
    besoek: (person: number, slag: number, hus: number) => boolean,
  ): boolean;
  /** Adds a row unless it is there. */
  add(sted: number, hus: number, person: number, slag: number): void;
};

/** `antall` is how many rows are expected; more are taken too. */
export function createRadbygger(antall: number): Radbygger {
  let steder = new Uint32Array(antall);
  let hus = new Uint16Array(antall);
  let personer = new Uint32Array(antall);
  let n = 0;
  return {
    add(sted, husnummer, person, slag) {
      if (n === steder.length) {
        const plass = Math.ceil(n * 1.25) + 1024;
        steder = toStoerre(steder, new Uint32Array(plass));
        hus = toStoerre(hus, new Uint16Array(plass));
        personer = toStoerre(personer, new Uint32Array(plass));
      }
      steder[n] = sted;
      hus[n] = husnummer;
      personer[n] = (slag << PERSONBITS) | person;
      n++;
    },
    build() {
      const etterHus = sortByCount(hus.subarray(0, n));
      const start = toStarter(steder.subarray(0, n));
      const neste = start.slice();
      const ordnetHus = new Uint16Array(n);
      const ordnetPerson = new Uint32Array(n);
      for (let i = 0; i < n; i++) {
        const rad = etterHus[i] ?? 0;
        const sted = steder[rad] ?? 0;
        const plass = neste[sted] ?? 0;
        neste[sted] = plass + 1;
        ordnetHus[plass] = hus[rad] ?? 0;
        ordnetPerson[plass] = personer[rad] ?? 0;
      }
      return createRader(start, ordnetHus, ordnetPerson);
    },
  };
}

function toStoerre<T extends { set(fra: T): void }>(gammel: T, ny: T): T {
  ny.set(gammel);
  return ny;
}

/** Where each value's elements begin when they lie in order; one more at the end. */
export function toStarter(verdier: Uint32Array | Uint16Array): Uint32Array {
  let hoeyeste = 0;
  for (let i = 0; i < verdier.length; i++) hoeyeste = Math.max(hoeyeste, verdier[i] ?? 0);
  const starter = new Uint32Array(hoeyeste + 2);
  for (let i = 0; i < verdier.length; i++) {
    const neste = (verdier[i] ?? 0) + 1;
    starter[neste] = (starter[neste] ?? 0) + 1;
  }
  for (let i = 1; i < starter.length; i++) starter[i] = (starter[i] ?? 0) + (starter[i - 1] ?? 0);
  return starter;
}

/** The indexes of the values in rising order; equal ones keep theirs. */
export function sortByCount(verdier: Uint16Array): Uint32Array {
  const neste = toStarter(verdier);
  const ordnet = new Uint32Array(verdier.length);
  for (let i = 0; i < verdier.length; i++) {
    const verdi = verdier[i] ?? 0;
    const plass = neste[verdi] ?? 0;
    neste[verdi] = plass + 1;
    ordnet[plass] = i;
  }
  return ordnet;
}

function createRader(start: Uint32Array, hus: Uint16Array, personer: Uint32Array): Rader {
  /** Added later, by place: person with kind, and house number, in turn. */
  const nye = new Map<number, number[]>();
  const getSlutt = (sted: number) => start[sted + 1] ?? personer.length;
  const getStart = (sted: number) => start[sted] ?? personer.length;

  /** The first row of the place that is in this house or a later one. */
  const findHus = (sted: number, soekt: number): number => {
    let lav = getStart(sted);
    let hoey = getSlutt(sted);
    while (hoey - lav > KORT) {
      const midt = (lav + hoey) >>> 1;
      if ((hus[midt] ?? 0) < soekt) lav = midt + 1;
      else hoey = midt;
    }
    while (lav < hoey && (hus[lav] ?? 0) < soekt) lav++;
    return lav;
  };

  const visit: Rader['visit'] = (sted, soekt, besoek) => {
    const slutt = getSlutt(sted);
    for (let i = soekt === undefined ? getStart(sted) : findHus(sted, soekt); i < slutt; i++) {
      const husnummer = hus[i] ?? 0;
      if (soekt !== undefined && husnummer !== soekt) break;
      const rad = personer[i] ?? 0;
      if (!besoek(rad & PERSONMASKE, rad >>> PERSONBITS, husnummer)) return false;
    }
    const liste = nye.size === 0 ? undefined : nye.get(sted);
    if (liste === undefined) return true;
    for (let i = 0; i < liste.length; i += 2) {
      const husnummer = liste[i + 1] ?? 0;
      if (soekt !== undefined && husnummer !== soekt) continue;
      const rad = liste[i] ?? 0;
      if (!besoek(rad & PERSONMASKE, rad >>> PERSONBITS, husnummer)) return false;
    }
    return true;
  };

  return {
    count: (sted) =>
      getSlutt(sted) - getStart(sted) + (nye.size === 0 ? 0 : (nye.get(sted)?.length ?? 0) / 2),
    visit,
    add(sted, husnummer, person, slag) {
      const isNy = visit(sted, husnummer, (p, s) => p !== person || s !== slag);
      if (!isNy) return;
      const liste = nye.get(sted) ?? [];
      liste.push((slag << PERSONBITS) | person, husnummer);
      nye.set(sted, liste);
    },
  };
}
