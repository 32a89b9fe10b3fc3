/**
 * The register's HTTPS server. Rule: who is calling is decided once (`autentisering.ts`), by default in the handshake:
 * nobody gets as far as a request without a certificate from our CA. `behandle-kall.ts` does the rest.
 * Source: freg-contract.md section 1.1; the oppslag seed's curl lines.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Befolkning } from '../befolkning/befolkning.ts';
import type { Hendelseslogg } from '../hendelser/hendelseslogg.ts';
import type { Klokke } from '../klokke.ts';
import { type Innstillinger, STANDARDINNSTILLINGER } from '../kontrakt/innstillinger.ts';
import { closeAtOnce, listenLocally } from '../listen.ts';
import { addTjenerfeil, type Tjenerpki, toTlsvalg } from '../tjenerfeil.ts';
import type { Jobblager } from '../uttrekk/jobblager.ts';
import type { Autentisering } from './autentisering.ts';
import { behandleKall } from './behandle-kall.ts';
import type { FeilInjeksjon } from './feil.ts';
import { createKallbok, type KallStatistikk } from './kall-statistikk.ts';
import { createKallgrense, type Grensevalg } from './kallgrense.ts';
import type { Organisasjon } from './organisasjon.ts';

export type Registervalg = {
  befolkning: Befolkning;
  hendelser: Hendelseslogg;
  klokke: Klokke;
  uttrekk: Jobblager;
  /** The CA whose client certificates are trusted, the server's own key and certificate, and what faults need. */
  pki: Tjenerpki;
  /** 0 means any free port. */
  port: number;
  /** By organisation number. One that is not here is unknown to the register (401). */
  organisasjoner: ReadonlyMap<string, Organisasjon>;
  feil: FeilInjeksjon;
  autentisering: Autentisering;
  /** Without it there is no limit. */
  grense?: Grensevalg;
  innstillinger?: Innstillinger;
  logg?: (melding: string) => void;
};

export type Register = {
  port: number;
  kall(): KallStatistikk;
  /** Forgets the calls so far. */
  resetKall(): void;
  /** Stops at once; open connections are cut. */
  close(): Promise<void>;
};

/** Starts the register on 127.0.0.1. Throws the system's error (`EADDRINUSE`) when the port is taken. */
export async function startRegister(valg: Registervalg): Promise<Register> {
  const bok = createKallbok();
  const { befolkning, hendelser, klokke, uttrekk, organisasjoner, feil, autentisering, pki } = valg;
  const logg = valg.logg ?? (() => {});
  const innstillinger = valg.innstillinger ?? STANDARDINNSTILLINGER;
  const grunnlag = {
    befolkning,
    hendelser,
    klokke,
    uttrekk,
    organisasjoner,
    feil,
    innstillinger,
    bok,
    grense: createKallgrense(valg.grense ?? { perMinutt: 0, enhet: 'ms' }, Date.now),
    logg,
  };
  const svarPaa = async (req: IncomingMessage, res: ServerResponse) =>
    behandleKall(grunnlag, req, res, await autentisering.findKonsument(req));
  const tjener = createServer(
    {
      ...toTlsvalg(pki, []),
      ...autentisering.tls,
      keepAliveTimeout: 65_000,
    },
    (req, res) => {
      void svarPaa(req, res);
    },
  );
  tjener.on('secureConnection', autentisering.addForbindelse);
  const port = await listenLocally(tjener, valg.port);
  const endFeil = addTjenerfeil(tjener, { navn: 'register', port, pki, feil, logg });
  return {
    port,
    kall: () => bok.get(),
    resetKall: () => bok.reset(),
    close: () => {
      endFeil();
      return closeAtOnce(tjener);
    },
  };
}
