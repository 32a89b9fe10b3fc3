/**
 * What the worker does at set times. pg-boss sees to it that each duty runs in one worker at a time, however many there
 * are, that one which failed is tried again, and that a worker that dies in the middle loses nothing but time. A duty
 * holds no rule of its own: it calls a use case.
 */
import 'server-only';
import { PgBoss } from 'pg-boss';
import { log } from '#lib/server/log/log.ts';

/** One duty: `cron` in UTC, to the minute. It must bear being run again at any point. */
export type Plikt = { navn: string; cron: string; run: () => Promise<void> };

export type Jobs = {
  /** Takes no new work, lets what runs end, and resolves. */
  stop(): Promise<void>;
};

const STOP_WITHIN_MS = 20_000;

async function startPlikt(boss: PgBoss, { navn, cron, run }: Plikt): Promise<void> {
  await boss.createQueue(navn, { policy: 'singleton', retryLimit: 3, retryDelay: 10, retryBackoff: true });
  await boss.work(navn, { batchSize: 1 }, async () => {
    try {
      await run();
    } catch (error) {
      log.error('jobs.failed', { kode: navn, error });
      // Thrown on, so that pg-boss tries again; what it keeps of the error must hold nothing but a word.
      throw new Error(navn);
    }
  });
  await boss.schedule(navn, cron);
}

/**
 * Starts the duties. Throws when the database is away.
 * @param url connection string of role `worker`, which owns what lies in the schema `pgboss`
 */
export async function startJobs(url: string, plikter: readonly Plikt[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', createSchema: false, max: 4 });
  boss.on('error', (error) => log.error('jobs.error', { error }));
  await boss.start();
  for (const plikt of plikter) await startPlikt(boss, plikt);

  return { stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS }) };
}
