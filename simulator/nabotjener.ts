/**
 * An HTTPS server for the services beside the register, which all answer JSON and have no client certificates: it
 * reads the body, lets the faults of the service strike, and never lets a fault of its own out as anything but 500.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { closeAtOnce, listenLocally } from './listen.ts';
import type { FeilInjeksjon, Treff } from './register/feil.ts';
import type { Nabotjeneste } from './register/feilliste.ts';
import { findErstatning, toForvrengt } from './register/feilsvar.ts';
import { readKropp } from './register/read-kropp.ts';
import { sendSvar } from './register/send-svar.ts';
import { type Ferdig, formatSvar } from './register/svar.ts';
import { addTjenerfeil, type Tjenerpki, toTlsvalg } from './tjenerfeil.ts';

export type Nabokall = {
  metode: string;
  /** Without the query. */
  sti: string;
  headere: IncomingMessage['headers'];
  /** Undefined when it is too large. */
  kropp: string | undefined;
};

export type Nabosvar = {
  status: number;
  kropp: Record<string, unknown>;
  headere?: Record<string, string>;
};

export type Nabovalg = {
  tjeneste: Nabotjeneste;
  /** 0 means any free port. */
  port: number;
  /** The server's key and certificate, and what faults exchange them for. */
  pki: Tjenerpki;
  feil: FeilInjeksjon;
  /** On every answer. */
  headere: Record<string, string>;
  /** Told the name of the service's own faults, never content. */
  logg: (melding: string) => void;
};

/** What a service says: its answer to a call, and its own body for a status that a fault gives. */
export type Nabotjener = {
  behandle(kall: Nabokall): Promise<Nabosvar>;
  toFeil(status: number): Nabosvar;
};

export type Nabo = { port: number; url: string; getAntallKall(): number; close(): Promise<void> };

/**
 * Starts on 127.0.0.1. `createTjener` is told the port before the first call comes.
 * Throws the system's error (`EADDRINUSE`) when the port is taken.
 */
export async function startNabotjener(
  valg: Nabovalg,
  createTjener: (port: number) => Nabotjener,
): Promise<Nabo> {
  const tjener = createServer({ ...toTlsvalg(valg.pki, []), keepAliveTimeout: 65_000 });
  const port = await listenLocally(tjener, valg.port);
  const endFeil = addTjenerfeil(tjener, { ...valg, navn: valg.tjeneste, port });
  const tjeneste = createTjener(port);
  let antallKall = 0;
  tjener.on('request', (req: IncomingMessage, res: ServerResponse) => {
    antallKall += 1;
    void svarPaa(valg, tjeneste, req, res);
  });
  return {
    port,
    url: `https://localhost:${port}`,
    getAntallKall: () => antallKall,
    close: () => {
      endFeil();
      return closeAtOnce(tjener);
    },
  };
}

async function svarPaa(
  { tjeneste, feil, headere, logg }: Nabovalg,
  tjener: Nabotjener,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const kropp = await readKropp(req).catch(() => '');
  const gjelder = (nummer: string) => kropp?.includes(nummer) ?? false;
  const treff = feil.findTreff({ tjeneste, nummer: gjelder });
  for (const en of treff) if (en.feil === 'forsinkelse-ms') await wait(en.verdi);
  const ferdig = await getFerdig(tjener, req, kropp, treff).catch((grunn: unknown) => {
    logg(`${tjeneste}: ${grunn instanceof Error ? grunn.name : 'feil'}`);
    return toFerdig(tjener.toFeil(500), []);
  });
  const medHeadere = { ...ferdig, headere: { ...ferdig.headere, ...headere } };
  sendSvar(res, toForvrengt(medHeadere, treff), treff);
}

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

async function getFerdig(
  tjener: Nabotjener,
  req: IncomingMessage,
  kropp: string | undefined,
  treff: readonly Treff[],
): Promise<Ferdig> {
  for (const ett of treff) {
    const erstatning = findErstattet(tjener, ett);
    if (erstatning) return erstatning;
  }
  const [sti = ''] = (req.url ?? '').split('?');
  return toFerdig(
    await tjener.behandle({ metode: req.method ?? '', sti, headere: req.headers, kropp }),
    treff,
  );
}

/** A status that a fault gives has the service's own body; the firewall and the empty answer are the same for all. */
function findErstattet(tjener: Nabotjener, treff: Treff): Ferdig | undefined {
  const svar = findErstatning(treff, undefined);
  if (!svar) return undefined;
  if (svar.status < 400 || svar.kropp.slag === 'tekst') return formatSvar(svar, 'json');
  return toFerdig({ ...tjener.toFeil(svar.status), ...(svar.headere ? { headere: svar.headere } : {}) }, []);
}

function toFerdig({ status, kropp, headere }: Nabosvar, treff: readonly Treff[]): Ferdig {
  const verdi = treff.reduce(bendKropp, kropp);
  return {
    status,
    headere: { ...headere, 'Content-Type': 'application/json' },
    kropp: [Buffer.from(JSON.stringify(verdi))],
  };
}

function bendKropp(kropp: Record<string, unknown>, { feil }: Treff): Record<string, unknown> {
  if (feil === 'ukjent-felt') return addUkjenteFelt(kropp);
  return feil === 'token-ugyldig' ? withUgyldigToken(kropp) : kropp;
}

/** The first letter of the signature is another: the last one would not always change what it says. */
function withUgyldigToken(kropp: Record<string, unknown>): Record<string, unknown> {
  if (typeof kropp.access_token !== 'string') return kropp;
  const access_token = kropp.access_token.replace(/\.([^.])([^.]*)$/, (_, foerste, resten) =>
    ['.', foerste === 'A' ? 'B' : 'A', resten].join(''),
  );
  return { ...kropp, access_token };
}

/** Fields that no documentation knows, in the answer and in each of the things it lists. */
function addUkjenteFelt(kropp: Record<string, unknown>): Record<string, unknown> {
  const nytt = { nytt_felt: 'ny' };
  const felt = Object.entries(kropp).map(([navn, verdi]) => [
    navn,
    Array.isArray(verdi) ? verdi.map((en) => (typeof en === 'object' ? { ...en, ...nytt } : en)) : verdi,
  ]);
  return { ...Object.fromEntries(felt), ...nytt };
}
