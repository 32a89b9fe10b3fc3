/**
 * The one place that composes the environment of the portal, the worker and the simulator. Portal and worker are given database
 * roles of their own and never the owner's address; settings that happen to stand in the surrounding shell do not reach it.
 */
import path from 'node:path';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { KLIENTER } from '../simulator/maskinporten/klienter.ts';
import type { Secrets } from './secrets.ts';
import WORKER from './worker-process.json' with { type: 'json' };

const ROOT = path.join(import.meta.dirname, '..');

/** Everything that decides what the portal does; nothing of it is inherited. */
const OWNED =
  /^(NEXTAUTH_|DATABASE_|FREG_|OIDC_|MASKINPORTEN_|KRR_|SIM_|DATA_DIR$|(SESSION|OPPSLAG|REVISJON|FIL)_KEY$|REVISJON_KEY_TIDLIGERE$|(FIL|VITNE)_MAPPE$|(FORSEGLING|MANIFEST)_|EKSPORT_|PERSONREGLER_|HENDELSER_|NOEDTILGANG_|UTTREKK_|(TILGANG|FORMAAL|KONTROLL)_FILE$|NODE_ENV$|__NEXT|NEXT_)/;

/** What run.mjs starts our own programs with. Next chooses its own, per layer. */
const CONDITION = '--conditions=react-server';

/** The surrounding environment without what we set ourselves, and without what test runners leave in it. */
export function inheritedEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !OWNED.test(name) && !/^(VITEST|TEST$)/.test(name),
  );
  const NODE_OPTIONS = (process.env.NODE_OPTIONS ?? '').replace(CONDITION, '').trim();
  return { ...Object.fromEntries(kept), NODE_OPTIONS, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

/** The same database as another role. */
export function toRoleUrl(ownerUrl: string, role: string, password: string): string {
  return ownerUrl.replace(
    /^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/,
    `$1${role}:${encodeURIComponent(password)}@`,
  );
}

export type Ports = {
  register: number;
  identitet: number;
  kontroll: number;
  maskinporten: number;
  krr: number;
};

type Place = { dataDir: string; portalUrl: string; ownerUrl: string; ports: Ports };

function composeFellesEnv(secrets: Secrets, { dataDir, ports }: Place): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    FREG_BASE_URL: `https://localhost:${ports.register}`,
    FREG_CA_FILE: path.join(dataDir, 'pki', 'ca.pem'),
    FREG_CERT_FILE: path.join(dataDir, 'pki', 'virksomhet.pem'),
    FREG_KEY_FILE: path.join(dataDir, 'pki', 'virksomhet.key'),
    REVISJON_KEY: secrets.revisjonKey,
    FIL_KEY: secrets.filKey,
    FIL_MAPPE: path.join(dataDir, 'filer'),
    VITNE_MAPPE: path.join(dataDir, 'vitne'),
    TILGANG_FILE: path.join(ROOT, 'config', 'tilgang.json'),
    FORMAAL_FILE: path.join(ROOT, 'config', 'formaal.json'),
  };
}

/** The client that the organisation has registered a key on. */
function getKlientId(virksomhet: string): string {
  const klient = KLIENTER.find(({ navn, slag }) => navn === virksomhet && slag === 'noekkel');
  if (klient === undefined) throw new Error(`${virksomhet} has no client`);
  return klient.clientId;
}

function composeKrrEnv({ dataDir, ports }: Place): Record<string, string> {
  const issuer = `https://localhost:${ports.maskinporten}/`;
  return {
    MASKINPORTEN_ISSUER: issuer,
    MASKINPORTEN_TOKEN_URL: `${issuer}token`,
    MASKINPORTEN_CLIENT_ID: getKlientId('virksomhet'),
    MASKINPORTEN_JWK_FILE: path.join(dataDir, 'maskinporten', 'virksomhet.jwk.json'),
    KRR_BASE_URL: `https://localhost:${ports.krr}`,
    KRR_CA_FILE: path.join(dataDir, 'pki', 'ca.pem'),
  };
}

/** `ownerUrl` is the database's owner: used to address the same database as the portal's roles, not handed on. */
export function composePortalEnv(secrets: Secrets, place: Place): NodeJS.ProcessEnv {
  const { portalUrl, ownerUrl, ports } = place;
  const issuer = `http://localhost:${ports.identitet}`;
  return {
    ...composeFellesEnv(secrets, place),
    ...composeKrrEnv(place),
    NEXTAUTH_URL: portalUrl,
    DATABASE_PORTAL_URL: toRoleUrl(ownerUrl, 'portal', secrets.portalPassord),
    DATABASE_LESER_URL: toRoleUrl(ownerUrl, 'revisjonsleser', secrets.leserPassord),
    OIDC_ISSUER: issuer,
    OIDC_LOGOUT_URL: `${issuer}/session/end`,
    OIDC_CLIENT_ID: 'folkeregisterportalen',
    OIDC_CLIENT_SECRET: secrets.oidcKlienthemmelighet,
    OIDC_NUMMER_KRAV: 'pid',
    // Most of the demo's users are nobody in the register.
    PERSONREGLER_UTEN_NUMMER: 'merk',
    SESSION_KEY: secrets.sessionKey,
    OPPSLAG_KEY: secrets.oppslagKey,
    FORSEGLING_OFFENTLIG: parseSigneringsnoekkel(secrets.forseglingKey).kontrolltekst,
    MANIFEST_OFFENTLIG: parseSigneringsnoekkel(secrets.manifestKey).kontrolltekst,
  };
}

/** `hendelserTilbake`: how far back in the feed the index of hendelser begins; undefined for none of what has happened. */
export function composeWorkerEnv(
  secrets: Secrets,
  place: Place,
  hendelserTilbake?: number,
): NodeJS.ProcessEnv {
  return {
    ...composeFellesEnv(secrets, place),
    ...WORKER.env,
    NODE_OPTIONS: `${inheritedEnv().NODE_OPTIONS ?? ''} ${CONDITION} ${WORKER.flags.join(' ')}`.trim(),
    DATABASE_WORKER_URL: toRoleUrl(place.ownerUrl, 'worker', secrets.workerPassord),
    DATABASE_FORSEGLER_URL: toRoleUrl(place.ownerUrl, 'forsegler', secrets.forseglerPassord),
    FORSEGLING_KEY: secrets.forseglingKey,
    MANIFEST_KEY: secrets.manifestKey,
    KONTROLL_FILE: path.join(ROOT, 'config', 'kontroll.json'),
    ...(hendelserTilbake === undefined ? {} : { HENDELSER_TILBAKE: String(hendelserTilbake) }),
  };
}

export type SimulatorSettings = {
  dataDir: string;
  portalUrl: string;
  simPort: number;
  antall: number;
  froe: number;
  /** The register takes as many calls as come: a bench makes more than it allows in a minute. */
  utenGrense?: boolean;
  /** Milliseconds until the register has the first batch of an uttrekk ready, where its own time is too long. */
  uttrekkVentMs?: number;
};

export function composeSimulatorEnv(secrets: Secrets, settings: SimulatorSettings): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    DATA_DIR: settings.dataDir,
    SIM_PORT: String(settings.simPort),
    SIM_POPULATION: String(settings.antall),
    SIM_FROE: String(settings.froe),
    SIM_PORTAL_URL: settings.portalUrl,
    SIM_PASSORD: secrets.demoPassord,
    SIM_OIDC_KLIENTHEMMELIGHET: secrets.oidcKlienthemmelighet,
    ...(settings.utenGrense ? { SIM_GRENSE_PER_MINUTT: '0' } : {}),
    ...(settings.uttrekkVentMs === undefined ? {} : { SIM_UTTREKK_VENT_MS: String(settings.uttrekkVentMs) }),
  };
}
