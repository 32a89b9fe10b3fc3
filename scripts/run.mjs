/**
 * Runs one of our programs from a bare clone: `node scripts/run.mjs demo.ts`. Installs what is missing, then hands over
 * to Node 24 and stays only to pass signals on. If it is killed, the program notices by the closed channel.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Oppsettsfeil, ROOT, setup } from './setup.mjs';

const scripts = path.join(ROOT, 'scripts');

/**
 * What the worker is started with, here and by the demo. Its answers of megabytes are short-lived: with a large nursery V8
 * lets them pile up to half as much memory again, and glibc keeps what a burst of them took unless it is told to give
 * large pieces back (MALLOC_*, without meaning elsewhere). Before files are written it asks V8 itself to let go (`gc`).
 */
function readProcess(program) {
  if (program !== '../worker/main.ts') return { flags: [], env: {} };
  return JSON.parse(readFileSync(path.join(scripts, 'worker-process.json'), 'utf8'));
}

function start() {
  const [program, ...args] = process.argv.slice(2);
  const node = setup();
  const PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH}`;
  const { flags, env: own } = readProcess(program);
  const env = { ...process.env, ...own, PATH, LEASH_HOLDER: String(process.pid) };
  // `react-server` makes `server-only` an empty module outside Next, see lib/server.
  const options = [
    '--conditions=react-server',
    '--import',
    pathToFileURL(path.join(scripts, 'leash.ts')).href,
    ...flags,
  ];
  const child = spawn(node, [...options, path.join(scripts, program), ...args], {
    cwd: ROOT,
    env,
    // A group of its own: Ctrl-C reaches the terminal's whole group, and npm passes it on besides. It must come once.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!isStopping) child.kill(signal);
      isStopping = true;
    });
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}

try {
  start();
} catch (error) {
  if (!(error instanceof Oppsettsfeil)) throw error;
  console.error(error.message);
  process.exit(1);
}
