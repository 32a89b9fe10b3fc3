/** Every duty of the worker, and how often: the one list. */
import 'server-only';
import { getWorkerPool } from '#lib/server/db/pools.ts';
import type { Plikt } from '#lib/server/jobs/start-jobs.ts';
import { ensurePartisjoner, getForsegler } from '#lib/server/revisjonslogg/forsegling/forsegling.ts';
import { getUttrekksdepsOfWorker } from '#lib/server/uttrekk/portal/deps.ts';
import { runPlaner } from '#lib/server/uttrekk/portal/run-planer.ts';

/** The duties of this worker. */
export function listPlikter(): Plikt[] {
  return [
    {
      navn: 'forsegling',
      cron: '* * * * *',
      async run() {
        await getForsegler().sealOnce();
      },
    },
    { navn: 'partisjoner', cron: '13 3 * * *', run: ensurePartisjoner },
    {
      navn: 'kallkvote-rydding',
      cron: '7 * * * *',
      async run() {
        await getWorkerPool().query(
          "delete from uttrekk.kallkvote where minutt < now() - interval '10 minutes'",
        );
      },
    },
    { navn: 'uttrekksplaner', cron: '*/5 * * * *', run: () => runPlaner(getUttrekksdepsOfWorker()) },
  ];
}
