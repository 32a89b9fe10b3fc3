/**
 * Loaded first in every process that run.mjs or the office starts (`node --import`): when the one who started it is gone,
 * however it went, the process stops by itself. Nothing is left behind after `kill -9`. The flag is inherited by what
 * such a process forks itself (Next's development server does); those have a holder of their own and are left alone.
 */
const STOP_WITHIN_MS = 20_000;

if (process.channel && process.env.LEASH_HOLDER === String(process.ppid)) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
