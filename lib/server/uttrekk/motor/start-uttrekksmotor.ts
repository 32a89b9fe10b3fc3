/** The engine of this worker process, with what its environment gives it. */
import 'server-only';
import { getWorkerPool } from '#lib/server/db/pools.ts';
import { startListening } from '#lib/server/db/start-listening.ts';
import { getWorkerEnv } from '#lib/server/env.ts';
import { getUttrekkFregClient } from '#lib/server/freg/freg-client.ts';
import { once } from '#lib/server/once.ts';
import { parseSigneringsnoekkel } from '#lib/server/revisjonslogg/forsegling/note.ts';
import { getRevisjonsloggOfWorker } from '#lib/server/revisjonslogg/revisjonslogg.ts';
import { MOTORVALG, type Motordeps } from './motor.ts';
import { startMotor } from './start-motor.ts';

/** The channel that portal and workers call out on when the row of an uttrekk has changed. */
const KANAL = 'uttrekk';

/** What the engine and its duties work with. Throws when a setting is missing or malformed. */
export const getMotordeps = once('uttrekk.motor', (): Motordeps => {
  const env = getWorkerEnv();

  return {
    pool: getWorkerPool(),
    revisjonslogg: getRevisjonsloggOfWorker(),
    freg: getUttrekkFregClient(),
    filKey: env.FIL_KEY,
    filMappe: env.FIL_MAPPE,
    manifestnoekkel: parseSigneringsnoekkel(env.MANIFEST_KEY),
    valg: {
      ...MOTORVALG,
      avFaa: env.UTTREKK_AV_FAA,
      slettTimer: env.UTTREKK_SLETT_ETTER_NEDLASTING_TIMER,
    },
    random: Math.random,
  };
});

/** Starts the engine. `stop` lets what is under way end for at most `innenMs`. */
export function startUttrekksmotor(): { stop(innenMs: number): Promise<void> } {
  const motor = startMotor(getMotordeps());
  const listening = startListening(getWorkerEnv().DATABASE_WORKER_URL, KANAL, motor.wake);

  return {
    async stop(innenMs) {
      await listening.stop();
      await motor.stop(innenMs);
      await getUttrekkFregClient().close();
    },
  };
}
