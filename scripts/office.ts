/**
 * A whole office on this machine: PostgreSQL, the simulated register with its identity provider, the worker and the
 * portal, each a real process. Shared by demo, browser tests, crash test and benches, so that all of them run what users run.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { NEXT } from './build-portal.ts';
import { type Child, startChild } from './child.ts';
import { composePortalEnv, composeSimulatorEnv, composeWorkerEnv, type Ports } from './portal-env.ts';
import { ensureSecrets, type Secrets, toRollepassord } from './secrets.ts';
import { waitFor } from './wait-for.ts';

export type OfficeOptions = {
  /** Everything the office keeps lies here. */
  dataDir: string;
  portalPort: number;
  /** 0 takes any free ports. */
  simPort: number;
  antall: number;
  froe: number;
  /** See `SimulatorSettings`. */
  utenGrense?: boolean;
  uttrekkVentMs?: number;
  /** See `composeWorkerEnv`. */
  hendelserTilbake?: number;
  /** Told of the simulator's control port and the database before anything is read of the simulator's feed. */
  prepareRegister?: (place: { kontrollUrl: string; ownerUrl: string }) => Promise<void>;
  /** `dev` compiles at request and shows the portal's output on this terminal. */
  mode: 'start' | 'dev';
  signal?: AbortSignal;
};

export type Office = {
  portalUrl: string;
  registerUrl: string;
  kontrollUrl: string;
  /** Shared by the demo users. */
  passord: string;
  ownerUrl: string;
  dataDir: string;
  portalLog: string;
  /** The portal that runs now. */
  getPortal(): Child;
  /** Starts the portal anew after it was killed, and resolves when it is ready. */
  startPortal(): Promise<void>;
  /** The worker that was started with the office. */
  worker: Child;
  /** One more worker beside those that run; whoever asks for it stops it. */
  startWorker(): Promise<Child>;
  /** Resolves with a sentence when a process of the office ends without being asked. */
  ended: Promise<string>;
  /** Stops portal, worker, simulator and PostgreSQL in that order. */
  stop(): Promise<void>;
};

const SimulatorFile = z.object({
  pid: z.number(),
  porter: z.object({
    register: z.number(),
    identitet: z.number(),
    kontroll: z.number(),
    maskinporten: z.number(),
    krr: z.number(),
  }),
});

async function isReady(portalPort: number): Promise<true | null> {
  try {
    const url = `http://127.0.0.1:${portalPort}/api/internal/ready`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    await answer.body?.cancel();
    return answer.ok ? true : null;
  } catch {
    return null;
  }
}

type Started = { child: Child; ports: Ports };

async function startSimulator(secrets: Secrets, portalUrl: string, options: OfficeOptions): Promise<Started> {
  const file = path.join(options.dataDir, 'simulator.json');
  const logFile = path.join(options.dataDir, 'logg', 'simulator.log');
  rmSync(file, { force: true });
  const child = startChild({
    args: [path.join('simulator', 'main.ts')],
    env: composeSimulatorEnv(secrets, { ...options, portalUrl }),
    logFile,
  });
  const look = async (): Promise<Ports | null> => {
    if (!existsSync(file)) return null;
    const { pid, porter } = SimulatorFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return pid === child.pid ? porter : null;
  };
  try {
    return { child, ports: await waitFor('Simulatoren', child, look, { logFile, signal: options.signal }) };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function startDatabase(dataDir: string): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const external = process.env.DATABASE_URL;
  return external ? { ownerUrl: external, stop: async () => undefined } : startPostgres({ dataDir });
}

/** Starts a worker and resolves with it when it has said that it is ready. */
async function startWorker(env: NodeJS.ProcessEnv, logFile: string, signal?: AbortSignal): Promise<Child> {
  const before = existsSync(logFile) ? statSync(logFile).size : 0;
  const child = startChild({ args: [path.join('worker', 'main.ts')], env, logFile });
  const look = async (): Promise<true | null> =>
    readFileSync(logFile).subarray(before).includes('"worker.klar"') || null;
  try {
    await waitFor('Arbeideren', child, look, { logFile, signal });
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/**
 * From the start V8 may keep 400 MB before it cleans up all of it. By itself it begins with little, and then whoever asks
 * waits some tens of milliseconds every few seconds, for a heap that is small. Memory outside the heap counts as any other:
 * by itself V8 cleans up everything for some tens of megabytes of it, which was half of the time of a download.
 */
const PORTAL_FLAGS = ['--initial-old-space-size=400', '--external-memory-accounted-in-global-limit'];
const PORTAL = path.join('portal', 'main.ts');

/** Starts the portal and resolves with it when it is ready. Stops it again when it does not become so. */
export async function startPortal(env: NodeJS.ProcessEnv, options: PortalOptions): Promise<Child> {
  const { host, port, mode, logFile, signal } = options;
  const NODE_ENV = mode === 'dev' ? 'development' : 'production';
  const program = mode === 'dev' ? [NEXT, 'dev', '-H', host, '-p'] : [PORTAL, '--host', host, '--port'];
  const args = [...PORTAL_FLAGS, ...program, String(port)];
  const child = startChild({ args, env: { ...env, NODE_ENV }, logFile });
  try {
    await waitFor('Portalen', child, () => isReady(port), { logFile, signal });
    return child;
  } catch (error) {
    await child.stop();
    throw error;
  }
}
type PortalOptions = {
  host: string;
  port: number;
  mode: 'start' | 'dev';
  logFile: string | null;
  signal: AbortSignal | undefined;
};

/**
 * Starts everything and resolves when the portal is ready. What was started is stopped again when a part cannot start.
 * @throws Bruksfeil or PostgresFeil, one sentence
 */
export async function startOffice(given: OfficeOptions): Promise<Office> {
  const options = { ...given, dataDir: path.resolve(given.dataDir) };
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    return await startParts(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: OfficeOptions,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Office> {
  const { dataDir, portalPort, mode, signal } = options;
  const secrets = ensureSecrets(dataDir);
  const portalUrl = `http://localhost:${portalPort}`;
  const portalLog = path.join(dataDir, 'logg', 'portal.log');

  const database = await startDatabase(dataDir);
  stops.push(database.stop);
  await migrate(database.ownerUrl, toRollepassord(secrets));
  const simulator = await startSimulator(secrets, portalUrl, options);
  stops.push(simulator.child.stop);
  const kontrollUrl = `http://127.0.0.1:${simulator.ports.kontroll}`;
  await options.prepareRegister?.({ kontrollUrl, ownerUrl: database.ownerUrl });

  const place = { dataDir, portalUrl, ownerUrl: database.ownerUrl, ports: simulator.ports };
  const workerLog = path.join(dataDir, 'logg', 'arbeider.log');
  const startOneWorker = () =>
    startWorker(composeWorkerEnv(secrets, place, options.hendelserTilbake), workerLog, signal);
  const worker = await startOneWorker();
  stops.push(worker.stop);

  const env = composePortalEnv(secrets, place);
  const logFile = mode === 'dev' ? null : portalLog;
  const start = () => startPortal(env, { host: '127.0.0.1', port: portalPort, mode, logFile, signal });
  let portal = await start();
  stops.push(() => portal.stop());

  return {
    portalUrl,
    registerUrl: `https://localhost:${simulator.ports.register}`,
    kontrollUrl,
    passord: secrets.demoPassord,
    ownerUrl: database.ownerUrl,
    dataDir,
    portalLog,
    getPortal: () => portal,
    async startPortal() {
      portal = await start();
    },
    worker,
    startWorker: startOneWorker,
    ended: Promise.race([
      portal.ended.then((how) => `Portalen stoppet uventet (${how}): se ${portalLog}.`),
      worker.ended.then((how) => `Arbeideren stoppet uventet (${how}): se ${workerLog}.`),
      simulator.child.ended.then(
        (how) => `Simulatoren stoppet uventet (${how}): se ${path.join(dataDir, 'logg', 'simulator.log')}.`,
      ),
    ]),
    stop,
  };
}
