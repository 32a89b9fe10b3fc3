/**
 * What the register has been asked, for tests and the status page.
 * Rule: templates, statuses and canonical parts only; an identifier or a raw URL never gets in here.
 */
import type { PakkeId } from '../kontrakt/pakker.ts';

/** One answered call. `mal` is the route's template, `ukjent` outside the table; `ms` until the answer was ready. */
export type Kall = {
  mal: string;
  metode: string;
  /** 0 when the fault of the call left it without a status. */
  status: number;
  ms: number;
  org: string | null;
  pakke: PakkeId | null;
  /** ISO time of the answer. */
  tid: string;
  deler: readonly string[];
};

export type KallStatistikk = {
  totalt: number;
  teller: { mal: string; metode: string; status: number; antall: number }[];
  /** The last 1000, oldest first. */
  siste: Kall[];
};

const PLASSER = 1_000;

export type Kallbok = { add(kall: Kall): void; get(): KallStatistikk; reset(): void };

/** A book of calls that keeps counts of all and the last 1000 in full. */
export function createKallbok(): Kallbok {
  const teller = new Map<string, KallStatistikk['teller'][number]>();
  let siste: Kall[] = [];
  let totalt = 0;
  return {
    add(kall) {
      const noekkel = `${kall.metode} ${kall.mal} ${kall.status}`;
      const { mal, metode, status } = kall;
      const rad = teller.get(noekkel) ?? { mal, metode, status, antall: 0 };
      rad.antall += 1;
      teller.set(noekkel, rad);
      siste[totalt % PLASSER] = kall;
      totalt += 1;
    },
    get() {
      const start = totalt % PLASSER;
      const iRekkefoelge = totalt > PLASSER ? [...siste.slice(start), ...siste.slice(0, start)] : [...siste];
      return { totalt, teller: [...teller.values()].map((rad) => ({ ...rad })), siste: iRekkefoelge };
    },
    reset() {
      teller.clear();
      siste = [];
      totalt = 0;
    },
  };
}
