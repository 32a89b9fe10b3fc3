/**
 * The portal's process: Next behind a server of ours, which gives some calls straight to their route. It stops when it is
 * told to, once what is under way has been answered. `--host` and `--port` say where it listens; the build lies where it
 * is started.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import next from 'next';
import { readFastPaths } from './fast-path.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const { values } = parseArgs({
  options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '3000' } },
});
const hostname = values.host;
const port = Number(values.port);
const folder = process.cwd();

const app = next({ dev: false, dir: folder, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const findFastPath = readFastPaths(folder);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answerFast = findFastPath(request);
  if (!answerFast) return handle(request, response);
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  await answerFast(request, response, { requestMeta: { relativeProjectDir: '.' } });
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    // A route answers for its own faults: this one is the framework's.
    process.stderr.write(`portal.failed ${error instanceof Error ? error.stack : 'unknown'}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.listen(port, hostname);

let isStopping = false;
/** The signal's number over 128 tells whoever waits that the process ended as it was told to. */
function stop(code: number): void {
  // Told twice, it still answers what it has.
  if (isStopping) return;
  isStopping = true;
  server.close(() => void app.close().finally(() => process.exit(code)));
}
process.on('SIGTERM', () => stop(143));
process.on('SIGINT', () => stop(130));
