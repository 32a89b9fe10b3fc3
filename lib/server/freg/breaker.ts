/**
 * Circuit breaker: when at least half of twenty or more calls in the window failed, no call is made for a while; then
 * one probe decides. One breaker per service and package: a service that is down for one package must not take the
 * others with it (security.md R-05, section 8.1).
 */
import 'server-only';
import { createVindu } from './sliding-window.ts';

const VINDU_SEKUNDER = 30;
const MIN_KALL = 20;
const MAKS_FEILANDEL = 0.5;
export const AAPEN_MS = 20_000;

/** `noytral` says nothing of the service's health: throttled, cancelled by the caller, stopped by a certificate. */
export type Kallutfall = 'ok' | 'feil' | 'noytral';
/** Reports how the call that was let through ended. Must be called exactly once. */
export type Avslutt = (utfall: Kallutfall) => void;

export type Breaker = {
  /** Lets a call through and returns how to report its end; null when the circuit is open. */
  start: () => Avslutt | null;
  /** Whether calls are stopped now; a probe may be out. */
  isOpen: () => boolean;
};

/** @param naa milliseconds. */
export function createBreaker(naa: () => number): Breaker {
  const vindu = createVindu<'ok' | 'feil'>(VINDU_SEKUNDER, naa);
  let aapenTil: number | null = null;
  let probeIsOut = false;

  function trip(): void {
    aapenTil = naa() + AAPEN_MS;
    vindu.clear();
  }

  function endOrdinary(utfall: Kallutfall): void {
    // A call from before the circuit opened says nothing new: the probe decides alone.
    if (aapenTil !== null || utfall === 'noytral') return;
    vindu.add(utfall);
    const feil = vindu.count('feil');
    const alle = feil + vindu.count('ok');
    if (alle >= MIN_KALL && feil / alle >= MAKS_FEILANDEL) trip();
  }

  function endProbe(utfall: Kallutfall): void {
    probeIsOut = false;
    if (utfall === 'feil') trip();
    if (utfall === 'ok') aapenTil = null;
  }

  return {
    start() {
      if (aapenTil === null) return endOrdinary;
      if (probeIsOut || naa() < aapenTil) return null;
      probeIsOut = true;
      return endProbe;
    },
    isOpen: () => aapenTil !== null,
  };
}

export type Breakers = {
  /** The breaker of a service and a package, always the same one. */
  get: (tjeneste: string, pakke: string) => Breaker;
  listAapne: () => { tjeneste: string; pakke: string }[];
};

/** @param naa milliseconds. */
export function createBreakers(naa: () => number): Breakers {
  const breakers = new Map<string, { tjeneste: string; pakke: string; breaker: Breaker }>();
  return {
    get(tjeneste, pakke) {
      const key = `${tjeneste} ${pakke}`;
      const known = breakers.get(key) ?? { tjeneste, pakke, breaker: createBreaker(naa) };
      breakers.set(key, known);
      return known.breaker;
    },
    listAapne: () =>
      [...breakers.values()]
        .filter(({ breaker }) => breaker.isOpen())
        .map(({ tjeneste, pakke }) => ({ tjeneste, pakke })),
  };
}
