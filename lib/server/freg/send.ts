/**
 * One call to the register: as many attempts as its limits allow. This is the only layer that retries, and it retries
 * only what may end better (security.md, section 8.1). Identical calls are not merged: each is one act
 * that the register logs.
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Avslutt, Breakers, Kallutfall } from './breaker.ts';
import { isObject } from './classify-answer.ts';
import type { FregConfig, FregTjeneste } from './freg-config.ts';
import type { FregFeil, PersonDokument } from './freg-svar.ts';
import { type Loggbar, logKall } from './log-kall.ts';
import { createBackoffMs } from './retry-after.ts';
import { createRetryBudget } from './retry-budget.ts';
import type { Forsoekssvar } from './run-forsoek.ts';
import { runForsoek } from './run-forsoek.ts';
import type { Tilkobling, Tilkoblinger } from './tilkobling.ts';

/** How the call went, for answers that tell it. */
export type Hvordan = Pick<Forsoekssvar, 'fregRequestId' | 'etag'> & { forsoek: number; ms: number };

/** What an answer says, or why it is no answer to the question: then nothing of it is kept. */
type Leser<V, S> = (verdi: V, hvordan: Hvordan) => S | Extract<FregFeil, { kind: 'ugyldigSvar' }>;
/** A reader of an answer that is a JSON object, as all but those of the hendelsesliste are. */
export type Objektleser<S> = Leser<PersonDokument, S>;
/** A reader of any JSON. */
export type Verdileser<S> = Leser<unknown, S>;

/** The reader of an object as one of any JSON: what is no object is no answer. */
export function ofObjekt<S>(read: Objektleser<S>): Verdileser<S> {
  return (verdi, hvordan) =>
    isObject(verdi) ? read(verdi, hvordan) : { kind: 'ugyldigSvar', grunn: 'ikkeJson' };
}

export type Kall<S> = {
  tjeneste: FregTjeneste;
  pakke: Pakke;
  /** Path and query. Never logged. */
  path: string;
  /** JSON text of a POST; null for a GET. */
  body: string | null;
  /** `ETag` of the answer that is known already; null or left out for none. */
  etag?: string | null;
  read: Verdileser<S>;
  /** What a status says of this service, where that is more than it says of any. */
  statuser?: Readonly<Record<number, S>>;
  /** Set on a call that is no mere reading: the outcome of one that may have been sent and has no sure answer. */
  engang?: S;
  signal: AbortSignal | undefined;
  requestId: string | undefined;
  /** See `Forespoersel`. */
  foerLesing?: (() => Promise<void>) | undefined;
};

/** Calls the register: what was asked for, or why not. */
export type Send = <S extends { kind: string }>(kall: Kall<S>) => Promise<S | FregFeil>;

const POLICY = {
  oppslag: { maksForsoek: 3, minMs: 200, maksMs: 2_000 },
  entydigsoek: { maksForsoek: 2, minMs: 500, maksMs: 2_000 },
  soek: { maksForsoek: 2, minMs: 500, maksMs: 2_000 },
  hendelsesdokument: { maksForsoek: 2, minMs: 200, maksMs: 500 },
  bulkoppslag: { maksForsoek: null, minMs: 500, maksMs: 5_000 },
  bulkarkiv: { maksForsoek: null, minMs: 500, maksMs: 5_000 },
  // Tried again only when nothing was sent.
  uttrekkTilpasset: { maksForsoek: 3, minMs: 500, maksMs: 5_000 },
  uttrekkKomplett: { maksForsoek: 3, minMs: 500, maksMs: 5_000 },
  // Whoever waits for a batch asks again at intervals of its own.
  uttrekkBatch: { maksForsoek: 1, minMs: 0, maksMs: 0 },
  // So does whoever follows the feed.
  hendelsesliste: { maksForsoek: 1, minMs: 0, maksMs: 0 },
  sekvensnummer: { maksForsoek: 1, minMs: 0, maksMs: 0 },
} as const satisfies Record<FregTjeneste, { maksForsoek: number | null; minMs: number; maksMs: number }>;

/** One attempt with its answer read. */
type Utfall<S> = Omit<Forsoekssvar, 'svar'> & { svar: S | FregFeil };

/** What the health of the service has to do with an outcome. */
function toKallutfall(svar: { kind: string; grunn?: string }): Kallutfall {
  switch (svar.kind) {
    case 'tidsavbrudd':
    case 'utilgjengelig':
    case 'ukjentUtfall':
      return 'feil';
    case 'opptatt':
    case 'sertifikat':
    case 'avbrutt':
      return 'noytral';
    case 'ugyldigSvar':
      return svar.grunn === 'avkortet' ? 'feil' : 'ok';
    default:
      return 'ok';
  }
}

/** Where no attempt follows: a wait that was asked for and does not fit becomes the caller's to keep. */
function toSluttsvar<S extends { kind: string }>(
  utfall: Utfall<S>,
  ventMs: number,
  fits: boolean,
): S | FregFeil {
  const isTooLong = utfall.retryable && utfall.ventMs !== null && !fits;
  return utfall.svar.kind === 'opptatt' || isTooLong
    ? { kind: 'opptatt', proevIgjenOmMs: ventMs }
    : utfall.svar;
}

/** The meaning that the service itself gives a status. A page of the firewall is never an answer of the service. */
function findEgenMening<S>(kall: Kall<S>, { svar, status }: Forsoekssvar): S | undefined {
  const canMean =
    svar.kind === 'ikkeFunnet' ||
    svar.kind === 'ugyldigDel' ||
    (svar.kind === 'ugyldigSvar' && svar.grunn === 'uventetStatus');
  return canMean && status !== null ? kall.statuser?.[status] : undefined;
}

/** The outcome of an attempt: an answer to another question is dropped here, whole. */
function toUtfall<S>(kall: Kall<S>, forsoekssvar: Forsoekssvar, forsoek: number, ms: number): Utfall<S> {
  const { svar, fregRequestId, etag } = forsoekssvar;
  if (svar.kind === 'json')
    return { ...forsoekssvar, svar: kall.read(svar.verdi, { forsoek, ms, fregRequestId, etag }) };
  return { ...forsoekssvar, svar: findEgenMening(kall, forsoekssvar) ?? svar };
}

/**
 * Whether a call that was sent may have been carried out all the same. 503 is the register's own "not now", the one
 * fault that its contract gives an order (freg-contract.md section 1.2 no 13); other answers refuse or accept.
 */
function isUsikker<S extends { kind: string }>({ svar, status, sendt, retryable }: Utfall<S>): boolean {
  if (!sendt || status === 503) return false;
  // A closed connection that is read as a refused certificate (classify-error.ts) is a guess; a TLS alert is none.
  if (svar.kind === 'sertifikat') return retryable;
  return ['tidsavbrudd', 'utilgjengelig', 'ugyldigSvar', 'avbrutt'].includes(svar.kind);
}

/** Of a call that may be made only once: nothing that was sent is sent again (security.md R-03). */
function toEngang<S extends { kind: string }>(kall: Kall<S>, utfall: Utfall<S>): Utfall<S> {
  if (kall.engang === undefined) return utfall;
  const svar = isUsikker(utfall) ? kall.engang : utfall.svar;
  return { ...utfall, svar, retryable: utfall.retryable && !utfall.sendt };
}

/** @returns the one function that calls the register, with its retry budget. */
export function createSend(config: FregConfig, tilkoblinger: Tilkoblinger, breakers: Breakers): Send {
  const { klokke, tidsgrenser } = config;
  const { origin } = new URL(config.baseUrl);
  const budget = createRetryBudget(klokke.naa);

  /** A call that is stopped before it is made. */
  function refuse<S extends { kind: string }>(kall: Loggbar, svar: S | FregFeil): S | FregFeil {
    logKall(config.log, kall, svar, { forsoek: 0, ms: 0, status: null, feilkode: null });
    return svar;
  }

  async function runOnce<S extends { kind: string }>(
    kall: Kall<S>,
    tilkobling: Tilkobling,
    avslutt: Avslutt,
    forsoek: number,
    start: number,
  ) {
    const { path, body, signal } = kall;
    const { forsoekMs, totalMs } = tidsgrenser[kall.tjeneste];
    const begynte = klokke.naa();
    const fristMs = Math.min(forsoekMs, start + totalMs - begynte);
    let helse: Kallutfall = 'noytral';
    try {
      const forsoekssvar = await runForsoek(tilkobling, {
        origin,
        path,
        body,
        etag: kall.etag ?? null,
        engang: kall.engang !== undefined,
        fristMs,
        signal,
        foerLesing: kall.foerLesing,
        naa: klokke.naa,
      });
      const utfall = toEngang(kall, toUtfall(kall, forsoekssvar, forsoek, klokke.naa() - start));
      helse = toKallutfall(utfall.svar);
      logKall(config.log, kall, utfall.svar, { ...utfall, forsoek, ms: klokke.naa() - begynte });
      return utfall;
    } finally {
      avslutt(helse);
    }
  }

  return async <S extends { kind: string }>(kall: Kall<S>): Promise<S | FregFeil> => {
    const start = klokke.naa();
    const { maksForsoek: faste, ...backoff } = POLICY[kall.tjeneste];
    const maksForsoek = faste ?? config.bulk.forsoek;
    let sluttsvar: S | FregFeil = { kind: 'utilgjengelig', grunn: 'kretsAapen' };
    budget.addCall();
    for (let forsoek = 1; forsoek <= maksForsoek; forsoek++) {
      if (kall.signal?.aborted) return refuse<S>(kall, { kind: 'avbrutt' });
      const tilkobling = tilkoblinger.get();
      if ('grunn' in tilkobling) return refuse<S>(kall, { kind: 'sertifikat', grunn: tilkobling.grunn });
      const avslutt = breakers.get(kall.tjeneste, kall.pakke).start();
      if (avslutt === null) return refuse<S>(kall, sluttsvar);
      const utfall = await runOnce(kall, tilkobling, avslutt, forsoek, start);
      const ventMs = Math.max(utfall.ventMs ?? 0, createBackoffMs(backoff, forsoek, config.random));
      const fits = klokke.naa() + ventMs < start + tidsgrenser[kall.tjeneste].totalMs;
      sluttsvar = toSluttsvar(utfall, ventMs, fits);
      if (!utfall.retryable || forsoek === maksForsoek || !fits || !budget.startRetry()) return sluttsvar;
      await klokke.vent(ventMs, kall.signal);
    }
    return sluttsvar;
  };
}
