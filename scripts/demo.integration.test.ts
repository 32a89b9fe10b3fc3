/** `npm run demo` as a newcomer meets it: real processes, ports of its own, nothing left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from '#lib/server/db/embedded-postgres.ts';
import { findFreePort, SIMULATORPORTER } from './ports.ts';

const ROOT = path.join(import.meta.dirname, '..');
const RUN = path.join(import.meta.dirname, 'run.mjs');
let dataDir: string;
let demo: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'frp-demo-'));
});

afterEach(async () => {
  demo?.kill('SIGTERM');
  await expect.poll(listProcesses, { timeout: 30_000 }).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Every living process that was told of this test's data folder, by its arguments or its environment. */
function listProcesses(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => `${read(`/proc/${pid}/cmdline`)}${read(`/proc/${pid}/environ`)}`.includes(dataDir))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`);
}

/** When each thing was made that is made once: the build, the certificates and the database. */
const listMade = (): number[] =>
  [
    path.join(ROOT, '.next', 'BUILD_ID'),
    ...['pki/ca.pem', 'pki/virksomhet.pem', 'postgres/klynge/PG_VERSION'].map((file) =>
      path.join(dataDir, file),
    ),
  ].map((file) => statSync(file).mtimeMs);

const isServer = (line: string): boolean => line.includes('/postgres -D ');

type Ended = { code: number | null; output: string };
type Run = { ended: Promise<Ended>; ready: Promise<string>; portalUrl: string };

async function startDemo(settings: Record<string, string> = {}): Promise<Run> {
  const [portalPort, simPort] = [await findFreePort(), await findFreePort(SIMULATORPORTER)];
  const ports = { PORTAL_PORT: String(portalPort), SIM_PORT: String(simPort) };
  const env = { ...process.env, ...ports, DATA_DIR: dataDir, SIM_POPULATION: '2000', ...settings };
  const child = spawn(process.execPath, [RUN, 'demo.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  demo = child;
  let output = '';
  const ready = new Promise<string>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (/Portalen er klar.*Ctrl-C/s.test(output)) done(output);
      });
    }
    child.on('close', () => done(output));
  });
  const ended = once(child, 'close').then(([code]) => ({ code, output }));
  return { ended, ready, portalUrl: `http://localhost:${settings.PORTAL_PORT ?? portalPort}` };
}

test('a port in use gives one sentence, and nothing is started', async () => {
  const first = await findFreePort(SIMULATORPORTER);
  const port = first + SIMULATORPORTER - 1;
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  for (const [variable, value] of [
    ['PORTAL_PORT', port],
    ['SIM_PORT', first],
  ] as const) {
    const { code, output } = await (await startDemo({ [variable]: String(value) })).ended;
    expect(code).toBe(1);
    expect(output).toBe(
      `Port ${port} er i bruk: stopp det som bruker den, eller velg en annen med ${variable}.\n`,
    );
  }
  expect(readdirSync(dataDir)).toEqual([]);
  server.close();
});

test('a data folder that cannot be written gives one sentence', async () => {
  const { code, output } = await (await startDemo({ DATA_DIR: '/dev/null/portalen' })).ended;
  expect(code).toBe(1);
  expect(output).toBe('Kan ikke skrive i /dev/null/portalen: velg en annen mappe med DATA_DIR.\n');
});

test('the demo starts, stops without a process left, and starts again with the build, the database and the certificates it has', async () => {
  const first = await startDemo();
  const output = await first.ready;
  expect(output).toContain(`Portalen er klar: ${first.portalUrl}`);
  expect(output).toContain('saksbehandler-fortrolig');
  expect((await fetch(`${first.portalUrl}/api/internal/ready`)).status).toBe(204);
  demo?.kill('SIGINT');
  expect((await first.ended).code).toBe(0);
  expect(listProcesses()).toEqual([]);

  // What takes time is made once; how long the rest takes is measured by `npm run bench -- demo`.
  const made = listMade();
  const second = await startDemo();
  await second.ready;
  expect(listMade()).toEqual(made);
  demo?.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  expect(listProcesses()).toEqual([]);
}, 180_000);

test('kill -9 of the demo leaves only the database, which the next owner stops', async () => {
  const run = await startDemo();
  await run.ready;
  demo?.kill('SIGKILL');
  await run.ended;
  await expect.poll(() => listProcesses().filter((line) => !isServer(line)), { timeout: 20_000 }).toEqual([]);
  const next = await startPostgres({ dataDir });
  await next.stop();
  expect(listProcesses()).toEqual([]);
}, 180_000);

test('when the simulator dies the demo says so in one sentence and stops the rest', async () => {
  const run = await startDemo();
  await run.ready;
  const { pid } = JSON.parse(read(path.join(dataDir, 'simulator.json')));
  process.kill(pid, 'SIGKILL');
  const { code, output } = await run.ended;
  expect(code).toBe(1);
  expect(output).toMatch(/Simulatoren stoppet uventet \(SIGKILL\): se .*simulator\.log\.\n$/);
  expect(existsSync(path.join(dataDir, 'logg', 'simulator.log'))).toBe(true);
  expect(listProcesses()).toEqual([]);
}, 180_000);
