/**
 * Which faults are set, and which of them strike a call, a connection or a server.
 * Rule: the same seed and the same calls give the same faults; with none set a call pays one comparison.
 */
import type { PakkeId } from '../kontrakt/pakker.ts';
import { FEIL, type FeilNavn, type Feilsted, type Feiltjeneste, type Nabotjeneste } from './feilliste.ts';

export type Feiltjener = 'register' | Nabotjeneste;

/**
 * One fault to set. `andel` is the share of the calls it strikes, 0 to 1 (all); `tjeneste` limits it to one service
 * (without it: all of the register's, or where the fault belongs), `pakke` to one rettighetspakke, `nummer` to what concerns one person; `antall`
 * to the first n it would strike; `varighetMs` to a time from now. `froe` decides which calls a share means. `verdi`
 * has the unit that `feilliste.ts` says.
 */
export type Feilvalg = {
  feil: FeilNavn;
  andel?: number;
  tjeneste?: Feiltjeneste;
  pakke?: PakkeId;
  nummer?: string;
  antall?: number;
  varighetMs?: number;
  froe?: number;
  verdi?: number;
};

/** A fault that strikes. `nummer` is the person that it was limited to. */
export type Treff = { feil: FeilNavn; verdi: number; nummer?: string };

/**
 * What a fault may choose by. `nummer` is the number that the call asks for, or whether it concerns the one given;
 * `mal` the template of the register's route, `batchnr` the number of the batch.
 */
export type Feilgrunnlag = {
  tjeneste: Feiltjeneste | null;
  nummer: string | null | ((nummer: string) => boolean);
  mal?: string | undefined;
  pakke?: PakkeId | undefined;
  batchnr?: number | undefined;
};

export type FeilInjeksjon = {
  /** Sets a fault beside those that are set. The same fault with the same limits is replaced. */
  start(valg: Feilvalg): void;
  /** Removes the named fault, or all of them. */
  cancel(feil?: FeilNavn): void;
  /** The faults that are set and not used up. */
  list(): Feilvalg[];
  /** Whether any fault is set; one that is not costs a call nothing more than asking. */
  isAktiv(): boolean;
  /** The faults that strike this call, in the order they were set. Counts the call. */
  findTreff(grunnlag: Feilgrunnlag): readonly Treff[];
  /** The faults that strike a new connection to the server. Counts the connection. */
  findForbindelsestreff(tjener: Feiltjener): readonly Treff[];
  /** The faults that the server as a whole is in. */
  listTilstand(tjener: Feiltjener): readonly FeilNavn[];
  /** Calls `lytter` whenever a fault is set, removed or has lasted its time. Returns what ends it. */
  subscribe(lytter: () => void): () => void;
};

type AktivFeil = { valg: Feilvalg; neste: () => number; igjen: number; frist: number };

const INGEN: readonly Treff[] = [];
/** What node:timers can wait. */
const MAKS_TIMER_MS = 2 ** 31 - 1;

/** Faults for all servers of one simulator. `naa` is the clock in ms that `varighetMs` is measured by. */
export function createFeilInjeksjon(naa: () => number): FeilInjeksjon {
  const aktive = new Map<string, AktivFeil>();
  const lyttere = new Set<() => void>();

  const removeBrukte = () => {
    for (const [navn, feil] of aktive) if (feil.igjen <= 0 || feil.frist <= naa()) aktive.delete(navn);
  };
  const tell = () => {
    for (const lytter of lyttere) lytter();
  };
  /** A timer may go off a little early, and the clock need not be the machine's. */
  const waitTilFrist = (noekkel: string) => {
    const rest = (aktive.get(noekkel)?.frist ?? 0) - naa();
    if (rest === Number.POSITIVE_INFINITY) return;
    if (rest <= 0) tell();
    else setTimeout(waitTilFrist, Math.min(rest, MAKS_TIMER_MS), noekkel).unref();
  };
  const list = (sted: Feilsted) => {
    removeBrukte();
    return [...aktive.values()].filter(({ valg }) => FEIL[valg.feil].sted === sted);
  };
  return {
    start(valg) {
      const noekkel = [valg.feil, valg.tjeneste, valg.pakke, valg.nummer].join(' ');
      aktive.delete(noekkel);
      aktive.set(noekkel, {
        valg,
        neste: createTilfeldig(valg.froe ?? 1),
        igjen: valg.antall ?? Number.POSITIVE_INFINITY,
        frist: valg.varighetMs === undefined ? Number.POSITIVE_INFINITY : naa() + valg.varighetMs,
      });
      waitTilFrist(noekkel);
      tell();
    },
    cancel(feil) {
      for (const [noekkel, { valg }] of aktive)
        if (feil === undefined || valg.feil === feil) aktive.delete(noekkel);
      tell();
    },
    list() {
      removeBrukte();
      return [...aktive.values()].map(({ valg }) => valg);
    },
    isAktiv: () => aktive.size > 0,
    findTreff(grunnlag) {
      if (aktive.size === 0) return INGEN;
      return list('kall')
        .filter((feil) => isAktuell(feil.valg, grunnlag) && isRammet(feil))
        .map(toTreff);
    },
    findForbindelsestreff(tjener) {
      if (aktive.size === 0) return INGEN;
      return list('forbindelse')
        .filter((feil) => isVed(feil.valg, tjener) && isRammet(feil))
        .map(toTreff);
    },
    listTilstand: (tjener) =>
      list('tjener')
        .filter(({ valg }) => isVed(valg, tjener))
        .map(({ valg }) => valg.feil),
    subscribe(lytter) {
      lyttere.add(lytter);
      return () => lyttere.delete(lytter);
    },
  };
}

function isAktuell(valg: Feilvalg, { tjeneste, nummer, mal, pakke, batchnr }: Feilgrunnlag): boolean {
  if (valg.pakke !== undefined && valg.pakke !== pakke) return false;
  const { gjelder } = FEIL[valg.feil];
  if (valg.tjeneste !== undefined && valg.tjeneste !== tjeneste) return false;
  if (gjelder ? !gjelder.tjenester.some((en) => en === tjeneste) : !valg.tjeneste && isNabo(tjeneste))
    return false;
  if (gjelder?.maler && !gjelder.maler.some((en) => en === mal)) return false;
  if (valg.feil === 'batch-tom' && batchnr !== toTreff({ valg }).verdi) return false;
  if (valg.nummer === undefined) return true;
  return typeof nummer === 'function' ? nummer(valg.nummer) : nummer === valg.nummer;
}

function isRammet(feil: AktivFeil): boolean {
  if (feil.neste() >= (feil.valg.andel ?? 1)) return false;
  feil.igjen -= 1;
  return true;
}

/** A bad day at the register is not one at its neighbours: they fail only when they are named. */
const isNabo = (tjeneste: Feiltjeneste | null): boolean => tjeneste === 'maskinporten' || tjeneste === 'krr';

const isVed = ({ tjeneste }: Feilvalg, tjener: Feiltjener): boolean => (tjeneste ?? 'register') === tjener;

const toTreff = ({ valg: { feil, verdi, nummer } }: Pick<AktivFeil, 'valg'>): Treff => ({
  feil,
  verdi: verdi ?? FEIL[feil].verdi ?? 0,
  ...(nummer === undefined ? {} : { nummer }),
});

/** How far ahead the clock of the server goes, in ms. For one that judges by its clock and does not only show it. */
export function getSkjevhetMs(feil: FeilInjeksjon, tjener: Nabotjeneste): number {
  if (!feil.isAktiv()) return 0;
  const skjeve = feil.list().filter((valg) => valg.feil === 'klokke-skjev' && valg.tjeneste === tjener);
  return skjeve.reduce((sum, valg) => sum + toTreff({ valg }).verdi * 1_000, 0);
}

/** mulberry32: a small generator with a 32-bit seed; numbers in [0, 1). */
function createTilfeldig(froe: number): () => number {
  let tilstand = froe | 0;
  return () => {
    tilstand = (tilstand + 0x6d2b79f5) | 0;
    let t = Math.imul(tilstand ^ (tilstand >>> 15), tilstand | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
