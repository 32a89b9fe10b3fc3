/**
 * The engine of one worker: looks for uttrekk to visit and for chunks to do, and stops cleanly. Rule: a fault of one
 * visit or one chunk ends that one, and the row is there for the next; the engine itself ends only when asked to.
 */
import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '#lib/server/log/log.ts';
import { createBatchleser } from './batchleser.ts';
import { callNaarAlleErFerdige, claimDel, type Delrad, delayDel, renewDeler } from './delrad.ts';
import { hentDel } from './hent-del.ts';
import { claimUttrekk, Forbikjoert, type Leie, releaseLeie, renewLeie } from './leie.ts';
import { createLeseturer } from './lesetur.ts';
import type { Motordeps } from './motor.ts';
import { Kvotefull } from './run-kall.ts';
import { runSteg } from './run-steg.ts';
import { createSamtidighet } from './samtidighet.ts';
import { createVekker } from './vekker.ts';

/** Uttrekk that this worker visits at once: they mostly wait for the register. */
const MAKS_BESOEK = 4;
/** Answers that are read and not yet written at once. */
const MAKS_I_MINNET = 2;
/** After a fault of database or log: no faster than this. */
const ETTER_FEIL_MS = 1_000;
/** How early a timer may end: it counts in whole milliseconds, and a row that is not due yet is not found. */
const FOER_TIDEN_MS = 2;

export type Motor = {
  /** Looks for work at once, as when the portal has something. */
  wake: () => void;
  /** Takes nothing new, lets what is under way end for at most `innenMs`, breaks off the rest, and resolves. */
  stop: (innenMs: number) => Promise<void>;
};

/** Runs `work` while its lease is kept alive; the signal aborts when the lease is lost or the worker stops. */
async function whileLeased(
  deps: Motordeps,
  leie: Leie,
  stopp: AbortSignal,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const tapt = new AbortController();
  const timer = setInterval(() => {
    renewLeie(deps.pool, leie, deps.valg.leieMs).catch((error) => {
      // A database that does not answer may come back in time; whoever writes asks it anyway.
      if (error instanceof Forbikjoert) tapt.abort();
    });
  }, deps.valg.leieMs / 3);
  try {
    return await work(AbortSignal.any([stopp, tapt.signal]));
  } finally {
    clearInterval(timer);
  }
}

/** What a fault of a visit or a chunk means: how long to leave it. Faults that are not expected are told of. */
function toVentMs(hendelse: string, error: unknown): number {
  if (error instanceof Forbikjoert) return 0;
  if (error instanceof Kvotefull) return error.ventMs;
  log.warn(hendelse, { error });

  return ETTER_FEIL_MS;
}

/** Starts the engine. It looks for work at once. */
export function startMotor(deps: Motordeps): Motor {
  const { pool, valg } = deps;
  const stopp = new AbortController();
  const brutt = new AbortController();
  const vekker = createVekker();
  const batchleser = createBatchleser();
  const createTur = createLeseturer(MAKS_I_MINNET);
  const samtidighet = createSamtidighet(valg.samtidige, () => performance.now());
  const besoek = new Set<Promise<void>>();
  const deler = new Map<Delrad, Promise<void>>();
  let delerIkkeFoer = 0;

  async function visit(leie: Leie): Promise<void> {
    const omMs = await whileLeased(deps, leie, brutt.signal, (signal) => runSteg(deps, leie, signal)).catch(
      (error: unknown) => toVentMs('uttrekk.besoek-feilet', error),
    );
    await letGo(leie, Math.min(omMs, valg.poll.mestMs)).catch(() => undefined);
    vekker.wake();
  }

  async function letGo(leie: Leie, omMs: number): Promise<void> {
    await releaseLeie(pool, leie, omMs);
    if (omMs === 0) return;
    // The last chunk may have ended between the visit and the release, and then called for nobody.
    await callNaarAlleErFerdige(pool, leie.uttrekkId);
    // At the time that was said, which looking now and then finds up to a whole interval late; and not before it.
    setTimeout(vekker.wake, Math.ceil(omMs) + FOER_TIDEN_MS).unref();
  }

  async function doDel(del: Delrad): Promise<void> {
    const slutt = samtidighet.start();
    try {
      const { last, ventMs } = await hentDel(deps, batchleser, del, createTur(), brutt.signal);
      slutt(last);
      if (ventMs > 0) delerIkkeFoer = Date.now() + ventMs;
    } catch (error) {
      slutt('annet');
      const ms = toVentMs('uttrekk.del-feilet', error);
      delerIkkeFoer = Date.now() + ms;
      await delayDel(pool, del, ms, del.forsoek).catch(() => undefined);
    }
  }

  /** Takes as much as there is room for. @returns whether there may be more at once */
  async function look(): Promise<void> {
    while (besoek.size < MAKS_BESOEK && !stopp.signal.aborted) {
      const leie = await claimUttrekk(pool, valg.leieMs);
      if (leie === null) break;
      const gaar: Promise<void> = visit(leie).finally(() => besoek.delete(gaar));
      besoek.add(gaar);
    }
    while (samtidighet.hasPlass() && Date.now() >= delerIkkeFoer && !stopp.signal.aborted) {
      const del = await claimDel(pool, valg.leieMs);
      if (del === null) break;
      const gaar = doDel(del).finally(() => {
        deler.delete(del);
        vekker.wake();
      });
      deler.set(del, gaar);
    }
  }

  async function run(): Promise<void> {
    while (!stopp.signal.aborted) {
      vekker.reset();
      const vent = await look().then(
        () => Math.min(valg.titteMs, Math.max(0, delerIkkeFoer - Date.now()) || valg.titteMs),
        (error: unknown) => toVentMs('uttrekk.titt-feilet', error),
      );
      await vekker.wait(vent, stopp.signal);
    }
  }

  const leier = setInterval(() => {
    renewDeler(pool, [...deler.keys()], valg.leieMs).catch(() => undefined);
  }, valg.leieMs / 3);
  const loep = run();

  return {
    wake: vekker.wake,
    async stop(innenMs) {
      stopp.abort();
      await loep;
      const alle = () => Promise.all([...besoek, ...deler.values()]);
      const frist = new AbortController();
      await Promise.race([alle(), wait(innenMs, undefined, { signal: frist.signal }).catch(() => undefined)]);
      frist.abort();
      brutt.abort();
      await alle();
      clearInterval(leier);
    },
  };
}
