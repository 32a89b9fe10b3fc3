/**
 * The worker: a process beside the portal that does what takes long or comes at set times. Any number of them may run,
 * on any number of machines. It holds no rule: `lib/server/jobs` says what is done, the use cases how.
 */
import { getWorkerEnv } from '#lib/server/env.ts';
import { listPlikter } from '#lib/server/jobs/plikter.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { log } from '#lib/server/log/log.ts';

const jobs = await startJobs(getWorkerEnv().DATABASE_WORKER_URL, listPlikter());
log.info('worker.klar');

const stop = (): void => {
  void jobs.stop().finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
