/**
 * The warm connections to the register, and which certificate they are made with.
 *
 * Rule: a changed file is taken into use without a restart and without a failed call. A new set of connections is
 * built and proved, takes over for new calls, and the old one ends when its calls have. A bad new file changes
 * nothing and is reported once (security.md R-16). The file system's change events are unreliable (network disks,
 * mounted secrets), so the files' own metadata is compared, at most every few seconds and only when there are calls.
 */
import 'server-only';
import { statSync } from 'node:fs';
import { Agent, Client } from 'undici';
import { AppError } from '#lib/domain/feil.ts';
import type { FregConfig } from './freg-config.ts';
import type { SertifikatGrunn } from './freg-svar.ts';
import type { Sertifikat } from './virksomhetssertifikat.ts';
import { findPeriodefeil, listFiler, readLegitimasjon, SertifikatError } from './virksomhetssertifikat.ts';

/** security.md section 8.1: concurrency of lookups for each replica. */
const MAKS_FORBINDELSER = 50;
const KEEP_ALIVE_MS = 30_000;
/** security.md R-16: days before expiry at which a warning is logged, once each. */
const VARSEL_DAGER = [1, 7, 14, 30, 60, 90];
const DAG_MS = 86_400_000;

/** One generation of connections: those made with one certificate. */
export type Tilkobling = {
  agent: Agent;
  bulkAgent: Agent;
  /** A connection for one call that may be made only once: whether it ever stood tells whether a byte can have left. */
  createEngangsklient: (origin: string) => Client;
  sertifikat: Sertifikat;
  /** Whether the register has answered anything at all on this certificate. */
  harSvart: boolean;
};

export type Tilkoblinger = {
  /**
   * The connections to use now, or why there are none. Looks for changed files when it is time.
   * @throws AppError INTERN_FEIL after `close`.
   */
  get: () => Tilkobling | { grunn: SertifikatGrunn };
  close: () => Promise<void>;
};

/** Changes when a file is replaced, rewritten, removed or put back. */
function readAvtrykk(filer: readonly string[]): string {
  const deler = filer.map((fil) => {
    const stat = statSync(fil, { bigint: true, throwIfNoEntry: false });
    return stat ? `${stat.ino}-${stat.size}-${stat.mtimeNs}` : 'mangler';
  });
  return deler.join(' ');
}

function createTilkobling(config: FregConfig): Tilkobling {
  const { secureContext, sertifikat } = readLegitimasjon(config.klient, config.ca, config.klokke.naa());
  const felles = {
    connect: { secureContext, timeout: config.tidsgrenser.connectMs },
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Off: they hold between two bytes and let a slow drip go on. The deadline of the attempt holds all of it.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const createAgent = (connections: number, maxResponseSize: number) =>
    new Agent({ ...felles, connections, maxResponseSize });
  const agent = createAgent(MAKS_FORBINDELSER, config.maksBytes);
  const bulkAgent = createAgent(config.bulk.forbindelser, config.maksBytesBulk);
  const createEngangsklient = (origin: string) =>
    new Client(origin, { ...felles, maxResponseSize: config.maksBytes });
  return { agent, bulkAgent, createEngangsklient, sertifikat, harSvart: false };
}

/** Says once for each generation and threshold that the certificate is about to expire. */
function createExpiryWarning(config: FregConfig): (sertifikat: Sertifikat) => void {
  const varslet = new WeakMap<Sertifikat, number>();
  return (sertifikat) => {
    const dager = Math.floor((sertifikat.utloeper.getTime() - config.klokke.naa()) / DAG_MS);
    const grense = VARSEL_DAGER.find((kandidat) => dager < kandidat);
    if (grense === undefined || varslet.get(sertifikat) === grense) return;
    varslet.set(sertifikat, grense);
    config.log({ nivaa: 'warn', hendelse: 'freg.sertifikat', kode: 'utloeperSnart', antall: dager });
  };
}

/** Connections by `config.klient` and `config.ca`. Bad files at the start are an outcome too: mending them heals. */
export function createTilkoblinger(config: FregConfig): Tilkoblinger {
  const filer = listFiler(config.klient, config.ca);
  const warnOfExpiry = createExpiryWarning(config);
  const utgaaende = new Set<Promise<void>>();
  let tilkobling: Tilkobling | null = null;
  let lastGrunn: SertifikatGrunn = 'mangler';
  let brukt = '';
  let meldt = '';
  let nesteKontroll = 0;
  let slutt: Promise<unknown> | null = null;

  function drain(gammel: Tilkobling): void {
    const lukket = Promise.all([gammel.agent.close(), gammel.bulkAgent.close()]).then(() => undefined);
    const ferdig = lukket.finally(() => utgaaende.delete(ferdig));
    utgaaende.add(ferdig);
  }

  function tryReload(avtrykk: string): void {
    try {
      const ny = createTilkobling(config);
      if (tilkobling) drain(tilkobling);
      tilkobling = ny;
      brukt = avtrykk;
      meldt = '';
      config.log({ nivaa: 'info', hendelse: 'freg.sertifikat', kode: 'tattIBruk' });
    } catch (error) {
      if (!(error instanceof SertifikatError)) throw error;
      lastGrunn = error.grunn;
      if (meldt === `${avtrykk} ${lastGrunn}`) return;
      meldt = `${avtrykk} ${lastGrunn}`;
      config.log({ nivaa: 'error', hendelse: 'freg.sertifikat', kode: `avvist:${lastGrunn}` });
    }
  }

  return {
    get() {
      if (slutt !== null) throw new AppError('INTERN_FEIL');
      const naa = config.klokke.naa();
      if (naa >= nesteKontroll) {
        nesteKontroll = naa + config.sertifikatKontrollMs;
        const avtrykk = readAvtrykk(filer);
        if (avtrykk !== brukt) tryReload(avtrykk);
        if (tilkobling) warnOfExpiry(tilkobling.sertifikat);
      }
      if (tilkobling === null) return { grunn: lastGrunn };
      const grunn = findPeriodefeil(tilkobling.sertifikat, naa);
      return grunn === null ? tilkobling : { grunn };
    },
    async close() {
      if (slutt === null && tilkobling) drain(tilkobling);
      slutt ??= Promise.all(utgaaende);
      await slutt;
    },
  };
}
