/**
 * The PostgreSQL of demo, tests and single-machine use: real, durable (fsync on), reached by unix socket only.
 * One server per data folder. Whoever started it stops it; a server whose starter was killed belongs to the next
 * one who asks for it. PostgreSQL itself recovers the data after kill -9.
 */
import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { holdLock } from '#lib/server/db/hold-lock.ts';
import { getPostgresBruker, runPostgresProgram } from '#lib/server/db/postgres-binaries.ts';
import { PostgresFeil } from '#lib/server/db/postgres-feil.ts';
import {
  findRunningPid,
  getStartTicks,
  removeStalePidFile,
  waitUntilReady,
} from '#lib/server/db/postgres-process.ts';
import { clearSocketFolder, ensureSocketFolder } from '#lib/server/db/postgres-socket.ts';

export type EmbeddedPostgres = {
  /** Connection string of the owner of the database. The portal itself never gets it. */
  ownerUrl: string;
  /** Stops the server if it is still ours to stop, and waits until it is down. */
  stop(): Promise<void>;
};

type Paths = { folder: string; cluster: string; password: string; starter: string };

const pathsOf = (dataDir: string): Paths => {
  const folder = path.join(path.resolve(dataDir), 'postgres');
  return {
    folder,
    cluster: path.join(folder, 'klynge'),
    password: path.join(folder, 'eierpassord'),
    starter: path.join(folder, 'startet-av'),
  };
};

/** What never changes for a cluster. Statements, parameters and row values stay out of the log: they are personal data. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '60',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
} as const;

async function createCluster({ folder, cluster, password }: Paths): Promise<void> {
  const bruker = getPostgresBruker();
  // Built beside its place and moved there when whole, so that a start cut short leaves no half cluster.
  const draft = `${cluster}.ny`;
  const passwordCopy = `${password}.ny`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  writeFileSync(passwordCopy, readFileSync(password), { mode: 0o600 });
  if (bruker) for (const file of [draft, passwordCopy]) chownSync(file, bruker.uid, bruker.gid);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', draft, '-U', 'eier', `--pwfile=${passwordCopy}`, '-A', 'scram-sha-256', '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await runPostgresProgram('initdb', [...args, ...locale, ...settings], folder);
  } finally {
    rmSync(passwordCopy, { force: true });
  }
  renameSync(draft, cluster);
}

const logTail = (cluster: string): string => {
  const log = path.join(cluster, 'postgres.log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? '';
};

async function startServer({ folder, cluster }: Paths, socketFolder: string): Promise<void> {
  await removeStalePidFile(cluster);
  clearSocketFolder(socketFolder);
  const log = path.join(cluster, 'postgres.log');
  const args = ['start', '-D', cluster, '-w', '-t', '60', '-s', '-l', log, '-o', `-k '${socketFolder}'`];
  try {
    await runPostgresProgram('pg_ctl', args, folder);
  } catch (error) {
    const reason = logTail(cluster);
    if (!reason || !(error instanceof PostgresFeil)) throw error;
    if (/No space left/.test(reason)) throw new PostgresFeil('Disken er full: PostgreSQL fikk ikke plass.');
    throw new PostgresFeil(`PostgreSQL startet ikke: ${reason}`);
  }
}

/** True while the process that last started or took over the server lives. */
function hasLivingStarter(starter: string): boolean {
  if (!existsSync(starter)) return false;
  const [pid, ticks] = readFileSync(starter, 'utf8').split(' ');
  return ticks !== undefined && getStartTicks(Number(pid)) === ticks;
}

function prepareFolder(paths: Paths): void {
  try {
    mkdirSync(paths.folder, { recursive: true });
    // Passed through by the server's own user; what lies inside has its own owners and modes.
    chmodSync(paths.folder, 0o711);
  } catch {
    throw new PostgresFeil(
      `Kan ikke skrive i ${path.dirname(paths.folder)}: velg en annen mappe med DATA_DIR.`,
    );
  }
}

async function stopServer(paths: Paths, mark: string): Promise<void> {
  const release = await holdLock(paths.cluster);
  try {
    if (!existsSync(paths.starter) || readFileSync(paths.starter, 'utf8') !== mark) return;
    if (findRunningPid(paths.cluster) !== null) {
      await runPostgresProgram(
        'pg_ctl',
        ['stop', '-D', paths.cluster, '-m', 'fast', '-w', '-t', '60', '-s'],
        paths.folder,
      );
    }
    rmSync(paths.starter, { force: true });
  } finally {
    await release();
  }
}

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, or adopts the server that already runs there.
 * @throws PostgresFeil one sentence in Norwegian on what a person must put right
 */
export async function startPostgres({ dataDir }: { dataDir: string }): Promise<EmbeddedPostgres> {
  const paths = pathsOf(dataDir);
  prepareFolder(paths);
  const release = await holdLock(paths.cluster);
  try {
    if (!existsSync(paths.cluster)) await createCluster(paths);
    const socketFolder = ensureSocketFolder(paths.folder, getPostgresBruker());
    const mark = `${process.pid} ${getStartTicks(process.pid)} ${randomUUID()}`;
    const isRunning = findRunningPid(paths.cluster) !== null;
    if (isRunning) await waitUntilReady(paths.cluster);
    else await startServer(paths, socketFolder);
    if (!isRunning || !hasLivingStarter(paths.starter)) writeFileSync(paths.starter, mark);
    const password = readFileSync(paths.password, 'utf8');
    const ownerUrl = `postgresql://eier:${password}@${encodeURIComponent(socketFolder)}/postgres`;
    return { ownerUrl, stop: () => stopServer(paths, mark) };
  } finally {
    await release();
  }
}
