/**
 * The worker: a process beside the portal that does what takes long or comes at set times. Any number of them may run,
 * on any number of machines. It holds no rule: `lib/server/jobs` says what is done at set times, the engine does the
 * uttrekk, the use cases know how.
 */
import { getWorkerEnv } from '#lib/server/env.ts';
import { listPlikter } from '#lib/server/jobs/plikter.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { log } from '#lib/server/log/log.ts';
import { getRevisjonsloggOfWorker } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { startUttrekksmotor } from '#lib/server/uttrekk/motor/start-uttrekksmotor.ts';

/** Less than whoever asks us to stop waits for. What is not done by then another worker takes up from its row. */
const STOP_WITHIN_MS = 8_000;

const jobs = await startJobs(getWorkerEnv().DATABASE_WORKER_URL, listPlikter());
const motor = startUttrekksmotor();
log.info('worker.klar');

const stop = (): void => {
  void Promise.allSettled([jobs.stop(), motor.stop(STOP_WITHIN_MS)])
    .then(() => getRevisjonsloggOfWorker().close())
    .finally(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
