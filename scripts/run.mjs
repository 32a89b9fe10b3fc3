/**
 * Runs one of our programs from a bare clone: `node scripts/run.mjs demo.ts`. Installs what is missing, then hands over
 * to Node 24 and stays only to pass signals on. If it is killed, the program notices by the closed channel.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Oppsettsfeil, ROOT, setup } from './setup.mjs';

function start() {
  const [program, ...args] = process.argv.slice(2);
  const node = setup();
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  const script = path.join(ROOT, 'scripts', program);
  // `react-server` makes `server-only` an empty module outside Next, see lib/server.
  const child = spawn(node, ['--conditions=react-server', script, ...args], {
    cwd: ROOT,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

try {
  start();
} catch (error) {
  if (!(error instanceof Oppsettsfeil)) throw error;
  console.error(error.message);
  process.exit(1);
}
