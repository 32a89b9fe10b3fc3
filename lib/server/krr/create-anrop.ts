/**
 * One call to Maskinporten or KRR: attempts within one deadline, a circuit breaker for each of the two, one log line for each
 * attempt. All of them only read, so what may end better is tried once more. What the HTTP library throws ends here.
 */
import 'server-only';
import { readFileSync } from 'node:fs';
import { Agent } from 'undici';
import { AppError } from '#lib/domain/feil.ts';
import { createBreaker, type Kallutfall } from '#lib/server/freg/breaker.ts';
import { classifyAnswer, type Jsonsvar } from '#lib/server/freg/classify-answer.ts';
import { classifyError, type Forsoek, toForsoek } from '#lib/server/freg/classify-error.ts';
import type { FregFeil } from '#lib/server/freg/freg-svar.ts';
import { createBackoffMs } from '#lib/server/freg/retry-after.ts';
import type { KrrConfig } from './krr-config.ts';

/** One person, or one token: more than this is neither. */
const MAKS_BYTES = 256 * 1024;
const FORBINDELSER = 10;
const FORSOEK = 2;
const BACKOFF = { minMs: 200, maksMs: 1_000 };

export type Anrop = {
  hendelse: 'krr.kall' | 'maskinporten.kall';
  /** Template for the log. */
  mal: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Made for each attempt: a grant is good once. */
  createBody: () => string;
  signal: AbortSignal | undefined;
  requestId: string | undefined;
};

/** JSON of a 200, or why there is none; `kode` is the other side's own word for a refusal. */
export type Anropssvar = { svar: Jsonsvar | FregFeil; kode: string | null };

/** How each of the two did when it was last asked; null before that. `svarte`: with something that could be used. */
export type Tjenestestatus = {
  tjeneste: 'maskinporten' | 'krr';
  siste: { tidspunkt: Date; svarte: boolean } | null;
  /** Not called now, because most of the last calls failed. */
  erStanset: boolean;
};

type Svar = Omit<Forsoek, 'svar'> & { svar: Jsonsvar | FregFeil };

function toHelse({ kind }: { kind: string }): Kallutfall {
  if (kind === 'tidsavbrudd' || kind === 'utilgjengelig') return 'feil';
  return kind === 'opptatt' || kind === 'avbrutt' ? 'noytral' : 'ok';
}

async function send(
  agent: Agent,
  { url, headers, createBody }: Anrop,
  signal: AbortSignal,
  naa: () => number,
) {
  const { origin, pathname } = new URL(url);
  const body = createBody();
  const answer = await agent.request({ origin, path: pathname, method: 'POST', headers, body, signal });
  const header = (navn: string) => {
    const verdi = answer.headers[navn];
    return Array.isArray(verdi) ? verdi[0] : verdi;
  };
  return classifyAnswer({ status: answer.statusCode, header, body: await answer.body.bytes() }, naa());
}

/** One attempt, with everything that the network can do as an outcome. Throws AppError INTERN_FEIL for a fault of ours. */
async function runForsoek(agent: Agent, anrop: Anrop, fristMs: number, naa: () => number): Promise<Svar> {
  const frist = AbortSignal.timeout(fristMs);
  try {
    return await send(agent, anrop, anrop.signal ? AbortSignal.any([frist, anrop.signal]) : frist, naa);
  } catch (error) {
    if (anrop.signal?.aborted) return toForsoek({ kind: 'avbrutt' });
    if (frist.aborted) return toForsoek({ kind: 'tidsavbrudd' });
    const forsoek = classifyError(error, true);
    if (forsoek === null) throw new AppError('INTERN_FEIL');
    return forsoek;
  }
}

/** @returns a function that calls, over connections of its own, one that says how the two do, and one that closes them */
export function createAnrop(config: KrrConfig) {
  const { klokke, log } = config;
  const ca = config.ca === undefined ? {} : { ca: readFileSync(config.ca, 'utf8') };
  const agent = new Agent({
    connect: { ...ca, timeout: config.connectMs },
    connections: FORBINDELSER,
    pipelining: 1,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: MAKS_BYTES,
  });
  const breakere = { 'krr.kall': createBreaker(klokke.naa), 'maskinporten.kall': createBreaker(klokke.naa) };
  const siste = new Map<Anrop['hendelse'], Tjenestestatus['siste']>();

  async function call(anrop: Anrop): Promise<Anropssvar> {
    const slutt = klokke.naa() + config.totalMs;
    for (let forsoek = 1; ; forsoek += 1) {
      const avslutt = breakere[anrop.hendelse].start();
      if (avslutt === null) return { svar: { kind: 'utilgjengelig', grunn: 'kretsAapen' }, kode: null };
      const begynte = klokke.naa();
      let helse: Kallutfall = 'noytral';
      let utfall: Svar;
      try {
        utfall = await runForsoek(agent, anrop, Math.min(config.forsoekMs, slutt - begynte), klokke.naa);
        helse = toHelse(utfall.svar);
      } finally {
        avslutt(helse);
      }
      logForsoek(anrop, utfall, forsoek, klokke.naa() - begynte);
      const { kind } = utfall.svar;
      if (kind !== 'avbrutt')
        siste.set(anrop.hendelse, { tidspunkt: new Date(klokke.naa()), svarte: kind === 'json' });
      const ventMs = Math.max(utfall.ventMs ?? 0, createBackoffMs(BACKOFF, forsoek, config.random));
      const fits = klokke.naa() + ventMs < slutt;
      if (!utfall.retryable || forsoek === FORSOEK || !fits)
        return { svar: utfall.svar, kode: utfall.feilkode };
      await klokke.vent(ventMs, anrop.signal);
    }
  }

  function logForsoek({ hendelse, mal, requestId }: Anrop, utfall: Svar, forsoek: number, ms: number): void {
    const { svar, status, feilkode } = utfall;
    const grunn = 'grunn' in svar ? svar.grunn : null;
    const kode = [svar.kind, grunn, feilkode].filter((ledd) => ledd !== null).join(':');
    log(svar.kind === 'json' || svar.kind === 'avbrutt' ? 'info' : 'warn', hendelse, {
      mal,
      forsoek,
      ms,
      kode,
      ...(status === null ? {} : { status }),
      ...(requestId === undefined ? {} : { requestId }),
    });
  }

  const readTjeneste = (tjeneste: Tjenestestatus['tjeneste']): Tjenestestatus => ({
    tjeneste,
    siste: siste.get(`${tjeneste}.kall`) ?? null,
    erStanset: breakere[`${tjeneste}.kall`].isOpen(),
  });

  return {
    call,
    listTjenester: () => [readTjeneste('maskinporten'), readTjeneste('krr')],
    close: () => agent.close(),
  };
}
