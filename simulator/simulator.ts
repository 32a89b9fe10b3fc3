/**
 * The simulator as one thing: certificates, people, register, Maskinporten, KRR, identity provider and control port,
 * started together and stopped together. Nothing is left behind when a part cannot start.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureHemmelighet } from './hemmelighet.ts';
import type { Hendelser } from './hendelser/create-hendelser.ts';
import { createLevendeBefolkning } from './hendelser/create-levende-befolkning.ts';
import { startIdentitet } from './identitet/start-identitet.ts';
import { createKlokke, type Klokkevalg } from './klokke.ts';
import { startKontroll } from './kontroll/start-kontroll.ts';
import { type Krrinnstillinger, STANDARD_KRR } from './krr/innstillinger.ts';
import { ensurePostkasser } from './krr/postkasser.ts';
import { startKrr } from './krr/start-krr.ts';
import { ensureLedigPort } from './listen.ts';
import { ensureKlientnoekler } from './maskinporten/noekler.ts';
import { startMaskinporten } from './maskinporten/start-maskinporten.ts';
import { ensurePki, type Pki } from './pki/ensure-pki.ts';
import { listOrganisasjoner } from './pki/testvirksomheter.ts';
import { type Autentiseringsmaate, createAutentisering } from './register/autentisering.ts';
import { createFeilInjeksjon } from './register/feil.ts';
import type { Grensevalg } from './register/kallgrense.ts';
import { startRegister } from './register/start-register.ts';
import { createJobblager, STANDARD_UTTREKK, type Uttrekksinnstillinger } from './uttrekk/jobblager.ts';

const TIDTAKER_MS = 250;
/** Seconds; Maskinporten's own standard (krr-maskinporten.md section 2.3). */
const STANDARD_TOKENLEVETID = 120;

/**
 * Ports may be 0 for any free one. `naa` is the machine's time, which certificates are made for. Without `klokke` the
 * simulator's time is the machine's; without `hendelserPerMinutt` and `hendelserVedStart` nothing happens by chance;
 * without `autentisering` the register takes certificates, and without `tokenLevetid` tokens live for two minutes;
 * `krr` is what differs from KRR's ordinary settings.
 * Without `passord` or `klienthemmelighet` the one in `dataDir` is used, or made.
 */
export type Simulatorvalg = {
  dataDir: string;
  registerPort: number;
  identitetPort: number;
  kontrollPort: number;
  maskinportenPort: number;
  krrPort: number;
  antall: number;
  froe: number;
  naa: Date;
  klokke?: Klokkevalg;
  hendelserPerMinutt?: number;
  hendelserVedStart?: number;
  uttrekk?: Uttrekksinnstillinger;
  /** Without it there is none. */
  grense?: Grensevalg;
  autentisering?: Autentiseringsmaate;
  /** Seconds. */
  tokenLevetid?: number;
  krr?: Partial<Krrinnstillinger>;
  passord?: string | undefined;
  klienthemmelighet?: string | undefined;
  portalUrler: readonly string[];
};

export type Simulator = {
  porter: { register: number; identitet: number; kontroll: number; maskinporten: number; krr: number };
  /** `identitet` and `maskinporten` are issuers. */
  url: { register: string; identitet: string; kontroll: string; maskinporten: string; krr: string };
  autentisering: Autentiseringsmaate;
  pki: Pki;
  passord: string;
  klienthemmelighet: string;
  scenariopersoner: readonly { navn: string; nummer: string }[];
  close(): Promise<void>;
};

/** Starts everything. Throws the system's error (`EADDRINUSE`, `EACCES`) when a port or the folder cannot be had. */
export async function startSimulator(valg: Simulatorvalg): Promise<Simulator> {
  const oppgaver: (() => Promise<void>)[] = [];
  const close = async () => {
    await Promise.all(oppgaver.splice(0).map((stopp) => stopp()));
  };
  try {
    return await startTjenester(valg, (stopp) => oppgaver.push(stopp), close);
  } catch (feil) {
    await close();
    throw feil;
  }
}

const listPorter = (valg: Simulatorvalg): number[] => [
  valg.registerPort,
  valg.identitetPort,
  valg.kontrollPort,
  valg.maskinportenPort,
  valg.krrPort,
];

async function startTjenester(
  valg: Simulatorvalg,
  addStopp: (stopp: () => Promise<void>) => void,
  close: () => Promise<void>,
): Promise<Simulator> {
  const { dataDir, portalUrler, autentisering = 'sertifikat' } = valg;
  for (const port of listPorter(valg)) await ensureLedigPort(port);
  await mkdir(dataDir, { recursive: true });
  const pki = await ensurePki(join(dataDir, 'pki'), valg.naa);
  const noekler = await ensureKlientnoekler(join(dataDir, 'maskinporten'), valg.naa);
  const postkasser = await ensurePostkasser(join(dataDir, 'krr'), valg.naa);
  const passord = await ensureHemmelighet(join(dataDir, 'demo-passord'), valg.passord, 12);
  const klienthemmelighet = await ensureHemmelighet(
    join(dataDir, 'oidc-klienthemmelighet'),
    valg.klienthemmelighet,
    40,
  );
  const identitet = await startIdentitet({
    port: valg.identitetPort,
    passord,
    klienthemmelighet,
    portalUrler,
  });
  addStopp(identitet.close);
  const klokke = createKlokke(valg.klokke ?? { fart: 1, fra: 'vegg' }, Date.now);
  const { befolkning, hendelser } = await createLevendeBefolkning({
    froe: valg.froe,
    antall: valg.antall,
    klokke,
    perMinutt: valg.hendelserPerMinutt ?? 0,
    vedStart: valg.hendelserVedStart ?? 0,
  });
  addStopp(startTidtaker(hendelser));
  const feil = createFeilInjeksjon(Date.now);
  const maskinporten = await startMaskinporten({
    port: valg.maskinportenPort,
    pki: { ...pki, ...pki.tjener },
    ca: pki.ca,
    feil,
    noekler,
    levetid: valg.tokenLevetid ?? STANDARD_TOKENLEVETID,
    naa: Date.now,
    logg: console.error,
  });
  addStopp(maskinporten.close);
  const register = await startRegister({
    befolkning,
    hendelser: hendelser.logg,
    klokke,
    uttrekk: createJobblager(valg.uttrekk ?? STANDARD_UTTREKK, Date.now),
    pki: { ...pki, ...pki.tjener },
    port: valg.registerPort,
    organisasjoner: listOrganisasjoner(),
    feil,
    ...(valg.grense ? { grense: valg.grense } : {}),
    autentisering: createAutentisering(
      autentisering,
      maskinporten.createKontroll({ krevUtenResource: true }),
    ),
  });
  addStopp(register.close);
  const krr = await startKrr({
    port: valg.krrPort,
    pki: { ...pki, ...pki.tjener },
    feil,
    befolkning,
    froe: valg.froe,
    klokke,
    kontroll: maskinporten.createKontroll({ krevUtenResource: false }),
    postkasser,
    innstillinger: { ...STANDARD_KRR, ...valg.krr },
    logg: console.error,
  });
  addStopp(krr.close);
  const kontroll = await startKontroll(
    { befolkning, hendelser, klokke, register, feil, identitet, maskinporten, krr },
    valg.kontrollPort,
  );
  addStopp(kontroll.close);
  return {
    porter: {
      register: register.port,
      identitet: identitet.port,
      kontroll: kontroll.port,
      maskinporten: maskinporten.port,
      krr: krr.port,
    },
    url: {
      register: `https://localhost:${register.port}`,
      identitet: identitet.url,
      kontroll: kontroll.url,
      maskinporten: maskinporten.issuer,
      krr: krr.url,
    },
    autentisering,
    pki,
    passord,
    klienthemmelighet,
    scenariopersoner: befolkning.scenariopersoner,
    close,
  };
}

/**
 * Makes what is due a little at a time, so that a caller after a quiet hour does not wait for all of it. Nothing
 * depends on it: what is asked for is made when it is asked for.
 */
function startTidtaker(hendelser: Hendelser): () => Promise<void> {
  const tidtaker = setInterval(() => hendelser.run(), TIDTAKER_MS).unref();
  return async () => clearInterval(tidtaker);
}
