/**
 * What must hold before the portal serves anybody, and what it does at intervals. The portal refuses to be ready when
 * the revisjonslogg could be changed by its own role, when a commit would not be on disk, when the log is older than
 * what was sealed of it, with settings that are not safe, or without a certificate (security.md, L-07).
 */
import 'server-only';
import { getFormaalskatalog, getTilgang } from '#lib/server/config.ts';
import { getLeserPool, getPortalPool } from '#lib/server/db/pools.ts';
import { getEnv } from '#lib/server/env.ts';
import { getFregClient } from '#lib/server/freg/freg-client.ts';
import { allowContentLength } from '#lib/server/http/content-length.ts';
import { getStans } from '#lib/server/http/stans.ts';
import { findKrrClient } from '#lib/server/krr/krr-client.ts';
import { log } from '#lib/server/log/log.ts';
import { once } from '#lib/server/once.ts';
import { getOppslagStore } from '#lib/server/oppslag/get-oppslag-store.ts';
import { mustMatchVitne } from '#lib/server/revisjonslogg/forsegling/must-match-vitne.ts';
import { getRevisjonslogg } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { getSessionStore } from '#lib/server/session.ts';
import { getSoekStore } from '#lib/server/soek/get-soek-store.ts';
import { checkGarantier } from '#lib/server/start/garantier.ts';
import { checkInnstillinger } from '#lib/server/start/innstillinger.ts';
import { checkSertifikat } from '#lib/server/start/sertifikat.ts';

const TICK_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;

const getSertifikatproeve = once('start.sertifikat', () => ({ holdt: false }));

/** Throws when a setting is missing or unsafe, the database is away, or a guarantee of the log does not hold. */
export async function checkReady(): Promise<void> {
  const env = getEnv();
  checkInnstillinger(env);
  getTilgang();
  getFormaalskatalog();
  await checkGarantier(getPortalPool(), Date.now);
  await getLeserPool()
    .query('select 1 from revisjonslogg.rad limit 1')
    .then(() => undefined);
  await mustMatchVitne(getLeserPool(), env.VITNE_MAPPE, env.FORSEGLING_OFFENTLIG);
  checkSertifikat(getFregClient(), getSertifikatproeve());
  // A key that cannot be used is a fault before the first is served, and of KRR alone afterwards.
  findKrrClient();
}

async function tick(since: Date): Promise<void> {
  const antall = await getRevisjonslogg().markUavklarte(since);
  if (antall > 0) log.warn('revisjonslogg.uavklart', { antall });
  await getOppslagStore().removeExpired();
  await getSoekStore().removeExpired();
  await getSessionStore().removeEnded();
}

function runTick(since: Date): void {
  tick(since).catch((error: unknown) => log.error('portal.tick-failed', { error }));
}

/** Starts the portal's own upkeep, once per process: at once over the whole log, then every 30 s over the last day. */
const startUpkeep = once('upkeep', () => {
  runTick(new Date(0));
  // Beside what Next does itself at the same signal, which waits for the requests that are under way.
  process.once('SIGTERM', () => void getRevisjonslogg().close());

  return setInterval(() => runTick(new Date(Date.now() - DAY_MS)), TICK_MS).unref();
});

/** What a process of the portal does first. One with settings that cannot be used names them, and ends. */
export function startProcess(): void {
  try {
    getEnv();
    allowContentLength();
    getStans();
    startUpkeep();
  } catch (error) {
    // Thrown on, it would be told by Next, which keeps the port open and answers everybody with 500.
    process.stderr.write(`${error instanceof Error ? error.message : 'portal.start-failed'}\n`);
    process.exit(1);
  }
}
