/**
 * Asks DuckDB, in a process of its own (`duckdb-prosess.ts`), about rows that are given to it through named pipes, and
 * takes what it writes through another: clear text is never on disk. Input is cut into several pipes because DuckDB holds
 * on to what it has read of one until it has read it all.
 */
import 'server-only';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, open as openFd } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const PROSESS = path.join(import.meta.dirname, 'duckdb-prosess.ts');
const MINNE_MB = 256;
/** Between two looks at whether the other end of a pipe is open. */
const VENT_MS = 2;
const run = promisify(execFile);
/** As a number: the socket that gets it closes it. */
const openRaa = promisify(openFd);

/** `inn`: the rows, one function for each pipe, called when its turn has come. */
export type Spoersmaal = {
  inn: readonly (() => AsyncIterable<Uint8Array>)[];
  /** @param inn the pipes, each as SQL, @param ut the pipe to write to as SQL */
  sql: (inn: readonly string[], ut: string) => string;
  signal: AbortSignal;
};

/** DuckDB could not do it. What it said of why can quote a row, and is not kept. */
class DuckdbFeil extends Error {
  constructor() {
    super('DUCKDB');
    this.name = 'DuckdbFeil';
  }
}

const toSql = (tekst: string): string => `'${tekst.replaceAll("'", "''")}'`;

function startProsess() {
  // Nothing of our environment: no settings, no keys, no proxy, no home folder.
  const prosess = spawn(process.execPath, ['--conditions=react-server', PROSESS], {
    env: { NODE_ENV: 'production' },
    // The fourth is closed when we are gone, however we went: then it ends too.
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const { stdin, stdout, stderr } = prosess;
  if (!stdin || !stdout || !stderr) throw new DuckdbFeil();

  return { prosess, stdin, stdout, stderr };
}

/** The writing end, when somebody reads; null when nobody ever will. */
async function openSkriveende(sti: string, ended: () => boolean): Promise<number | null> {
  for (;;) {
    if (ended()) return null;
    try {
      // Refused as long as nobody reads, where an ordinary opening would hold a thread of the process.
      return await openRaa(sti, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENXIO')) throw error;
      await wait(VENT_MS);
    }
  }
}

async function writePipe(sti: string, biter: AsyncIterable<Uint8Array>, ended: () => boolean): Promise<void> {
  const fd = await openSkriveende(sti, ended);
  if (fd === null) return;
  const socket = new Socket({ fd, readable: false, writable: true });
  const lukket = once(socket, 'close');
  // Whoever made the bytes may use their memory again when the next are asked for.
  const write = (bit: Uint8Array) => new Promise<void>((resolve) => socket.write(bit, () => resolve()));
  // A reader that has gone shows when the process has ended: that is the fault that is told.
  socket.on('error', () => undefined);
  try {
    for await (const bit of biter) {
      if (socket.destroyed) break;
      await write(bit);
    }
  } finally {
    socket.end();
    await lukket.catch(() => undefined);
  }
}

/** The pipe's reading end. `release` lets it end when the last writer has gone; before that it waits for the first. */
async function openLeseende(sti: string): Promise<{ socket: Socket; release: () => Promise<void> }> {
  const holder = await open(sti, constants.O_RDWR | constants.O_NONBLOCK);
  const fd = await openRaa(sti, constants.O_RDONLY | constants.O_NONBLOCK);

  return {
    socket: new Socket({ fd, readable: true, writable: false }),
    release: () => holder.close(),
  };
}

async function endProsess(prosess: ChildProcess): Promise<void> {
  if (prosess.exitCode !== null || prosess.signalCode !== null) return;
  prosess.kill('SIGKILL');
  await once(prosess, 'exit');
}

/**
 * What DuckDB writes to the pipe, and then, as the generator's value, the rows of its answer.
 * @throws DuckdbFeil; the signal's reason when it is raised
 */
export async function* askDuckdb({ inn, sql, signal }: Spoersmaal): AsyncGenerator<Buffer, unknown[][]> {
  signal.throwIfAborted();
  const mappe = await mkdtemp(path.join(tmpdir(), 'uttrekk-'));
  const ut = path.join(mappe, 'ut');
  const roer = inn.map((_, i) => path.join(mappe, `inn-${i}`));
  try {
    await run('mkfifo', ['-m', '600', ut, ...roer]);
    const { socket, release } = await openLeseende(ut);
    const { prosess, stdin, stdout, stderr } = startProsess();
    const stop = () => prosess.kill('SIGKILL');
    signal.addEventListener('abort', stop);
    // Raised while the pipes were made it has been heard by nobody, and the rows that are waited for never come.
    if (signal.aborted) stop();
    try {
      const ended = () => prosess.exitCode !== null || prosess.signalCode !== null;
      const [svar, feil] = [text(stdout), text(stderr)];
      const slutt = once(prosess, 'close').finally(release);
      stdin.on('error', () => undefined);
      stdin.end(JSON.stringify({ mappe, sql: sql(roer.map(toSql), toSql(ut)), minneMb: MINNE_MB }));
      const feed = async () => {
        for (const [i, biter] of inn.entries()) await writePipe(roer[i] ?? '', biter(), ended);
      };
      const matet = feed().catch(async (error) => {
        await endProsess(prosess);
        throw error;
      });
      matet.catch(() => undefined);
      for await (const bit of socket) yield bit;
      const [kode] = await slutt;
      signal.throwIfAborted();
      await matet;
      await feil;
      if (kode !== 0) throw new DuckdbFeil();

      return JSON.parse(await svar);
    } finally {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      await endProsess(prosess);
    }
  } finally {
    await rm(mappe, { recursive: true, force: true });
  }
}
