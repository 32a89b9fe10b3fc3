/**
 * What the worker does at set times, and at once when somebody calls for it by name. pg-boss sees to it that each duty
 * runs in one worker at a time, however many there are, that one which failed is tried again, and that a worker that dies
 * in the middle loses nothing but time. A duty holds no rule of its own: it calls a use case.
 */
import 'server-only';
import { PgBoss } from 'pg-boss';
import { startListening } from '#lib/server/db/start-listening.ts';
import { log } from '#lib/server/log/log.ts';

/** One duty: `cron` in UTC, to the minute. It must bear being run again at any point. */
export type Plikt = { navn: string; cron: string; run: () => Promise<void> };

export type Jobs = {
  /** Takes no new work, lets what runs end, and resolves. */
  stop(): Promise<void>;
};

const STOP_WITHIN_MS = 20_000;
/** The channel on which a duty is called for, by its name. A call that none hears costs the wait for its next set time. */
const KANAL = 'plikt';

/** @returns puts the duty in the queue, and looks there at once */
async function startPlikt(boss: PgBoss, { navn, cron, run }: Plikt): Promise<() => Promise<void>> {
  await boss.createQueue(navn, { policy: 'singleton', retryLimit: 3, retryDelay: 10, retryBackoff: true });
  const arbeider = await boss.work(navn, { batchSize: 1 }, async () => {
    try {
      await run();
    } catch (error) {
      log.error('jobs.failed', { kode: navn, error });
      // Thrown on, so that pg-boss tries again; what it keeps of the error must hold nothing but a word.
      throw new Error(navn);
    }
  });
  await boss.schedule(navn, cron);

  return async () => {
    await boss.send(navn);
    boss.notifyWorker(arbeider);
  };
}

/**
 * Starts the duties. Throws when the database is away.
 * @param url connection string of role `worker`, which owns what lies in the schema `pgboss`
 */
export async function startJobs(url: string, plikter: readonly Plikt[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', createSchema: false, max: 4 });
  boss.on('error', (error) => log.error('jobs.error', { error }));
  await boss.start();
  const kall = new Map<string, () => Promise<void>>();
  for (const plikt of plikter) kall.set(plikt.navn, await startPlikt(boss, plikt));
  // Each worker hears it and puts one in the queue; all but the first find nothing to do.
  const listening = startListening(url, KANAL, (navn) => {
    kall
      .get(navn ?? '')?.()
      .catch((error: unknown) => log.error('jobs.error', { error }));
  });

  return {
    async stop() {
      await listening.stop();
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}
