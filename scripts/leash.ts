/**
 * Loaded first in every process that the office starts (`node --import`): when the office is gone, however it went, the
 * process stops by itself. Nothing is left behind after `kill -9`.
 */
const STOP_WITHIN_MS = 5_000;

if (process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
