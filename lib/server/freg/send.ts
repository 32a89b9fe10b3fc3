/**
 * One call to the register: as many attempts as its limits allow. This is the only layer that retries, and it retries
 * only what may end better (security.md, section 8.1). Identical calls are not merged: each is one act
 * that the register logs.
 */
import 'server-only';
import type { Pakke } from '#lib/domain/rettighetspakke/rettighetspakke.ts';
import type { Avslutt, Breaker, Kallutfall } from './breaker.ts';
import { createBreaker } from './breaker.ts';
import type { FregConfig, FregTjeneste } from './freg-config.ts';
import type { FregLogEntry, FregSvar, PersonDokument } from './freg-svar.ts';
import type { readIdentitet } from './identity.ts';
import { createBackoffMs } from './retry-after.ts';
import { createRetryBudget } from './retry-budget.ts';
import type { Forsoekssvar } from './run-forsoek.ts';
import { runForsoek } from './run-forsoek.ts';
import type { Tilkobling, Tilkoblinger } from './tilkobling.ts';
import { MAL } from './url.ts';

export type Kall = {
  tjeneste: FregTjeneste;
  pakke: Pakke;
  /** Path and query. Never logged. */
  path: string;
  identitet: (dokument: PersonDokument) => ReturnType<typeof readIdentitet>;
  signal: AbortSignal | undefined;
  requestId: string | undefined;
};

const POLICY = {
  oppslag: { maksForsoek: 3, minMs: 200, maksMs: 2_000 },
  entydigsoek: { maksForsoek: 2, minMs: 500, maksMs: 2_000 },
} as const satisfies Record<FregTjeneste, unknown>;

/** How one attempt ended, seen from the call. */
type Utfall = Omit<Forsoekssvar, 'svar'> & { svar: FregSvar };

/** What the health of the service has to do with an outcome. */
function toKallutfall(svar: FregSvar): Kallutfall {
  switch (svar.kind) {
    case 'tidsavbrudd':
    case 'utilgjengelig':
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

function toNivaa(svar: FregSvar): FregLogEntry['nivaa'] {
  if (svar.kind === 'funnet' || svar.kind === 'ikkeFunnet' || svar.kind === 'avbrutt') return 'info';
  return svar.kind === 'ugyldigSvar' && svar.grunn === 'feilPerson' ? 'error' : 'warn';
}

function toKode(svar: FregSvar, feilkode: string | null): string {
  const grunn = 'grunn' in svar ? svar.grunn : null;
  return [svar.kind, grunn, feilkode].filter((ledd) => ledd !== null).join(':');
}

/** Where no attempt follows: a wait that was asked for and does not fit becomes the caller's to keep. */
function toSluttsvar(utfall: Utfall, ventMs: number, fits: boolean): FregSvar {
  const isTooLong = utfall.retryable && utfall.ventMs !== null && !fits;
  return utfall.svar.kind === 'opptatt' || isTooLong
    ? { kind: 'opptatt', proevIgjenOmMs: ventMs }
    : utfall.svar;
}

/** @returns the one function that calls the register, with its breakers and its retry budget. */
export function createSend(
  config: FregConfig,
  tilkoblinger: Tilkoblinger,
): (kall: Kall) => Promise<FregSvar> {
  const { klokke, tidsgrenser } = config;
  const { origin } = new URL(config.baseUrl);
  const budget = createRetryBudget(klokke.naa);
  const breakers = new Map<string, Breaker>();

  function getBreaker({ tjeneste, pakke }: Kall): Breaker {
    const key = `${tjeneste} ${pakke}`;
    const breaker = breakers.get(key) ?? createBreaker(klokke.naa);
    breakers.set(key, breaker);
    return breaker;
  }

  function log(kall: Kall, svar: FregSvar, forsoek: number, ms: number, utfall?: Utfall): void {
    config.log({
      nivaa: toNivaa(svar),
      hendelse: 'freg.kall',
      mal: MAL[kall.tjeneste],
      pakke: kall.pakke,
      ms,
      forsoek,
      kode: toKode(svar, utfall?.feilkode ?? null),
      ...(utfall?.status ? { status: utfall.status } : {}),
      ...(kall.requestId === undefined ? {} : { requestId: kall.requestId }),
    });
  }

  /** A call that is stopped before it is made. */
  function refuse(kall: Kall, svar: FregSvar): FregSvar {
    log(kall, svar, 0, 0);
    return svar;
  }

  function readDokument(kall: Kall, svar: Forsoekssvar, forsoek: number, start: number): Utfall {
    if (svar.svar.kind !== 'dokument') return { ...svar, svar: svar.svar };
    const { dokument } = svar.svar;
    const identitet = kall.identitet(dokument);
    if (identitet === 'feilPerson') return { ...svar, svar: { kind: 'ugyldigSvar', grunn: 'feilPerson' } };
    const identitetKontrollert = identitet === 'kontrollert';
    const ms = klokke.naa() - start;
    const { fregRequestId } = svar;
    return { ...svar, svar: { kind: 'funnet', dokument, identitetKontrollert, forsoek, ms, fregRequestId } };
  }

  async function runOnce(kall: Kall, til: Tilkobling, avslutt: Avslutt, forsoek: number, start: number) {
    const { forsoekMs, totalMs } = tidsgrenser[kall.tjeneste];
    const begynte = klokke.naa();
    const fristMs = Math.min(forsoekMs, start + totalMs - begynte);
    let helse: Kallutfall = 'noytral';
    try {
      const { path, signal } = kall;
      const svar = await runForsoek(til, { origin, path, fristMs, signal, naa: klokke.naa });
      const utfall = readDokument(kall, svar, forsoek, start);
      helse = toKallutfall(utfall.svar);
      log(kall, utfall.svar, forsoek, klokke.naa() - begynte, utfall);
      return utfall;
    } finally {
      avslutt(helse);
    }
  }

  return async (kall) => {
    const start = klokke.naa();
    const { maksForsoek, ...backoff } = POLICY[kall.tjeneste];
    let sluttsvar: FregSvar = { kind: 'utilgjengelig', grunn: 'kretsAapen' };
    budget.addCall();
    for (let forsoek = 1; forsoek <= maksForsoek; forsoek++) {
      if (kall.signal?.aborted) return refuse(kall, { kind: 'avbrutt' });
      const tilkobling = tilkoblinger.get();
      if ('grunn' in tilkobling) return refuse(kall, { kind: 'sertifikat', grunn: tilkobling.grunn });
      const avslutt = getBreaker(kall).start();
      if (avslutt === null) return refuse(kall, sluttsvar);
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
