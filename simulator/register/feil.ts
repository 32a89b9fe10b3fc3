/**
 * Faults that the register can be told to have, at run time: which, for what share of the calls, for how long.
 * Rule: the same seed and the same calls give the same faults; with none set a call pays one comparison.
 * Source of the list: freg-contract.md sections 1.3 and 8.
 */
import { TJENESTER, type Tjeneste } from '../kontrakt/pakker.ts';

/** Every fault with the unit and standard of its `verdi`, where it has one. */
export const FEIL = {
  /** Waits `verdi` ms before anything else. The only fault that goes together with others. */
  'forsinkelse-ms': 2_000,
  'status-400': undefined,
  'status-401': undefined,
  'status-403': undefined,
  'status-404': undefined,
  'status-406': undefined,
  'status-429': undefined,
  'status-500': undefined,
  'status-503': undefined,
  /** 429 whose Retry-After is milliseconds, as the register's docs say. */
  'retry-after-ms': 1_500,
  /** 429 whose Retry-After is seconds, as HTTP says. */
  'retry-after-s': 5,
  'brannmur-html-403': undefined,
  'brannmur-html-200': undefined,
  'avkortet-json': undefined,
  'feil-innholdstype': undefined,
  /** The document of another person than the one asked for. */
  'feil-person': undefined,
  /** A 200 of `verdi` bytes. */
  'stort-svar': 100 * 1024 * 1024,
  /** One byte each `verdi` ms. */
  drypp: 1_000,
  'brutt-forbindelse': undefined,
  henger: undefined,
  'tomt-svar': undefined,
  'ukjent-felt': undefined,
} as const satisfies Record<string, number | undefined>;

export type FeilNavn = keyof typeof FEIL;

/** What a fault can be limited to: a service of the register, or one of the services beside it. */
const FEILTJENESTER = [...TJENESTER, 'maskinporten', 'krr'] as const;
export type Nabotjeneste = 'maskinporten' | 'krr';
type Feiltjeneste = Tjeneste | Nabotjeneste;

/**
 * One fault to set. `andel` is the share of the calls it strikes, 0 to 1 (all); `tjeneste` and `nummer` limit it to
 * one service (without it: all of the register's) or to calls that ask for one number; `antall` to the first n calls
 * it would strike; `varighetMs` to a time from now. `froe` decides which calls a share means. `verdi` has the unit
 * that `FEIL` says.
 */
export type Feilvalg = {
  feil: FeilNavn;
  andel?: number;
  tjeneste?: Feiltjeneste;
  nummer?: string;
  antall?: number;
  varighetMs?: number;
  froe?: number;
  verdi?: number;
};

/** A fault that strikes one call. */
export type Treff = { feil: FeilNavn; verdi: number };

/** What a fault may choose by. `nummer` is the number that the call asks for, if any. */
type Feilgrunnlag = { tjeneste: Feiltjeneste | null; nummer: string | null };

export type FeilInjeksjon = {
  /** Sets a fault beside those that are set. Setting the same name again replaces it. */
  start(valg: Feilvalg): void;
  /** Removes the named fault, or all of them. */
  cancel(feil?: FeilNavn): void;
  /** The faults that are set and not used up. */
  list(): Feilvalg[];
  /** The faults that strike this call, in the order they were set. Counts the call. */
  findTreff(grunnlag: Feilgrunnlag): readonly Treff[];
};

type AktivFeil = { valg: Feilvalg; neste: () => number; igjen: number; frist: number };

const INGEN: readonly Treff[] = [];

/** Faults for one register. `naa` is the clock in ms that `varighetMs` is measured by. */
export function createFeilInjeksjon(naa: () => number): FeilInjeksjon {
  const aktive = new Map<FeilNavn, AktivFeil>();

  const removeBrukte = () => {
    for (const [navn, feil] of aktive) if (feil.igjen <= 0 || feil.frist <= naa()) aktive.delete(navn);
  };
  return {
    start(valg) {
      aktive.delete(valg.feil);
      aktive.set(valg.feil, {
        valg,
        neste: createTilfeldig(valg.froe ?? 1),
        igjen: valg.antall ?? Number.POSITIVE_INFINITY,
        frist: valg.varighetMs === undefined ? Number.POSITIVE_INFINITY : naa() + valg.varighetMs,
      });
    },
    cancel(feil) {
      if (feil === undefined) aktive.clear();
      else aktive.delete(feil);
    },
    list() {
      removeBrukte();
      return [...aktive.values()].map(({ valg }) => valg);
    },
    findTreff(grunnlag) {
      if (aktive.size === 0) return INGEN;
      removeBrukte();
      return [...aktive.values()].filter((feil) => isRammet(feil, grunnlag)).map(toTreff);
    },
  };
}

function isRammet(feil: AktivFeil, { tjeneste, nummer }: Feilgrunnlag): boolean {
  const { valg } = feil;
  if (valg.tjeneste === undefined ? isNabo(tjeneste) : valg.tjeneste !== tjeneste) return false;
  if (valg.nummer !== undefined && valg.nummer !== nummer) return false;
  if (feil.neste() >= (valg.andel ?? 1)) return false;
  feil.igjen -= 1;
  return true;
}

/** A bad day at the register is not one at its neighbours: they fail only when they are named. */
const isNabo = (tjeneste: Feiltjeneste | null): boolean => tjeneste === 'maskinporten' || tjeneste === 'krr';

const toTreff = ({ valg }: AktivFeil): Treff => ({
  feil: valg.feil,
  verdi: valg.verdi ?? FEIL[valg.feil] ?? 0,
});

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

function isFeilNavn(navn: unknown): navn is FeilNavn {
  return typeof navn === 'string' && Object.hasOwn(FEIL, navn);
}

/**
 * Reads fault options as they come from outside. Throws an Error with a sentence that says what is wrong.
 */
export function parseFeilvalg(inn: unknown): Feilvalg {
  if (typeof inn !== 'object' || inn === null) throw new Error('Feilvalg må være et objekt');
  const { feil, tjeneste, nummer, ...tall } = Object.fromEntries(Object.entries(inn));
  if (!isFeilNavn(feil)) throw new Error(`Ukjent feil. Kjente: ${Object.keys(FEIL).join(', ')}`);
  const valg: Feilvalg = { feil };
  if (tjeneste !== undefined) {
    const kjent = FEILTJENESTER.find((t) => t === tjeneste);
    if (kjent === undefined) throw new Error(`Ukjent tjeneste. Kjente: ${FEILTJENESTER.join(', ')}`);
    valg.tjeneste = kjent;
  }
  if (nummer !== undefined) {
    if (typeof nummer !== 'string' || !/^\d{11}$/.test(nummer))
      throw new Error('nummer må være elleve siffer');
    valg.nummer = nummer;
  }
  for (const [navn, verdi] of Object.entries(tall)) {
    const felt = TALLFELTER.find((f) => f === navn);
    if (felt === undefined) throw new Error(`Ukjent valg: ${navn}`);
    if (typeof verdi !== 'number' || !Number.isFinite(verdi) || verdi < 0)
      throw new Error(`${navn} må være et tall fra 0`);
    valg[felt] = verdi;
  }
  if ((valg.andel ?? 0) > 1) throw new Error('andel må være fra 0 til 1');
  return valg;
}

const TALLFELTER = ['andel', 'antall', 'varighetMs', 'froe', 'verdi'] as const;
