/** What a population looks like from far away: shares by age, home, municipality and status. For tests. */
import { listBosteder } from '../bosted.ts';
import { DAGER_I_AAR } from '../dato.ts';
import type { Grunnbefolkning } from '../grunnbefolkning.ts';
import { KOMMUNER } from '../kommuner.ts';
import { findMellomnavnord } from '../navn.ts';
import { at } from '../skjelett.ts';
import { DAG_NULL, KJOENN, KJOENNSKIFT, STATUSBITS, VERNET } from '../soek/kolonner.ts';
import { createSoekeregister } from '../soek/soekeregister.ts';
import { TELLEDAG } from '../telledag.ts';

/** Ages in words, and the age that each ends before. */
const ALDRE = [
  ['barn', 18],
  ['unge', 30],
  ['yngre', 45],
  ['voksne', 60],
  ['eldre', 75],
  ['gamle', 200],
] as const;
export type Alder = (typeof ALDRE)[number][0];

export type Statistikk = {
  /** Share of everybody with a status. */
  getStatus(status: string): number;
  /** Shares of who is bosatt. */
  getTiaar(tiaar: number): number;
  getSivilstand(alder: Alder, sivilstand: string): number;
  getKommune(nummer: string): number;
  kvinner: number;
  vernet: number;
  mellomnavn: number;
  /** Share of the homes where so many live, and how many live in a home. */
  getHusholdning(personer: number): number;
  husholdningssnitt: number;
};

type Telling = {
  add(noekkel: string | number): void;
  andel(noekkel: string | number): number;
  sum(): number;
};

function createTelling(): Telling {
  const antall = new Map<string | number, number>();
  let sum = 0;
  return {
    add(noekkel) {
      antall.set(noekkel, (antall.get(noekkel) ?? 0) + 1);
      sum++;
    },
    andel: (noekkel) => (antall.get(noekkel) ?? 0) / sum,
    sum: () => sum,
  };
}

/** Counts everybody but the scenario persons, at the day the population is counted. */
export function createStatistikk(grunn: Grunnbefolkning): Statistikk {
  const { skjelett: s } = grunn;
  const { kolonner: k, koder, steder } = createSoekeregister(grunn);
  const telling = {
    status: createTelling(),
    tiaar: createTelling(),
    kommune: createTelling(),
    trekk: createTelling(),
    husholdning: createTelling(),
  };
  const sivilstand = new Map(ALDRE.map(([alder]) => [alder, createTelling()]));
  const hjem = new Map<number, number>();
  const bosatt = koder.status.toKode('bosatt');
  for (let p = s.foerste; p < s.antall; p++) {
    const merker = at(k.merker, p);
    telling.status.add(merker & STATUSBITS);
    if ((merker & STATUSBITS) !== bosatt) continue;
    const alder = (TELLEDAG - at(k.foedselsdag, p) - DAG_NULL) / DAGER_I_AAR;
    telling.tiaar.add(Math.floor(alder / 10));
    const gruppe = ALDRE.find(([, grense]) => alder < grense)?.[0] ?? 'gamle';
    sivilstand.get(gruppe)?.add(at(k.sivilstand, p));
    telling.kommune.add(steder.getKommunenummer(at(k.sted, p)));
    if (((merker >>> KJOENNSKIFT) & 3) === KJOENN.kvinne) telling.trekk.add('kvinne');
    if ((merker & VERNET) !== 0) telling.trekk.add('vernet');
    if (findMellomnavnord(s, p) !== undefined) telling.trekk.add('mellomnavn');
    const noekkel = listBosteder(s, p).at(-1)?.noekkel ?? 0;
    hjem.set(noekkel, (hjem.get(noekkel) ?? 0) + 1);
  }
  for (const personer of hjem.values()) telling.husholdning.add(personer);
  const bosatte = telling.tiaar.sum();
  const getTrekk = (trekk: string) => (telling.trekk.andel(trekk) * telling.trekk.sum()) / bosatte;
  return {
    getStatus: (status) => telling.status.andel(koder.status.toKode(status)),
    getTiaar: telling.tiaar.andel,
    getSivilstand: (alder, verdi) => sivilstand.get(alder)?.andel(koder.sivilstand.toKode(verdi)) ?? 0,
    getKommune: telling.kommune.andel,
    kvinner: getTrekk('kvinne'),
    vernet: getTrekk('vernet'),
    mellomnavn: getTrekk('mellomnavn'),
    getHusholdning: telling.husholdning.andel,
    husholdningssnitt: bosatte / telling.husholdning.sum(),
  };
}

/** Share of the country's inhabitants, by municipality number. */
export function listEkteKommuneandeler(): { nummer: string; navn: string; andel: number }[] {
  const alle = KOMMUNER.reduce((sum, { innbyggere }) => sum + innbyggere, 0);
  return KOMMUNER.map(({ nummer, navn, innbyggere }) => ({ nummer, navn, andel: innbyggere / alle }));
}
