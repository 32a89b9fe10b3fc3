/** A process of the office: its own process group, its output in a file, stopped with everything it started. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const STOP_WITHIN_MS = 10_000;
const LEASH = pathToFileURL(path.join(import.meta.dirname, 'leash.ts')).href;

export type Child = {
  pid: number;
  /** Resolves when the process is gone, with a few words on how it went. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** Asks the process to stop, ends the whole group if it does not, and resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends the group at once, as a crash would. */
  kill(): Promise<void>;
};

export type ChildOptions = {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Where its output goes; `null` shows it on this terminal. */
  logFile: string | null;
};

function openLog(logFile: string | null): number | 'inherit' {
  if (logFile === null) return 'inherit';
  mkdirSync(path.dirname(logFile), { recursive: true });
  return openSync(logFile, 'a', 0o600);
}

/** Starts Node on `args` in the repository. */
export function startChild({ args, env, logFile }: ChildOptions): Child {
  const output = openLog(logFile);
  const child = spawn(process.execPath, ['--import', LEASH, ...args], {
    cwd: path.join(import.meta.dirname, '..'),
    env: { ...env, LEASH_HOLDER: String(process.pid) },
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (typeof output === 'number') closeSync(output);
  child.channel?.unref();
  const { pid } = child;
  if (pid === undefined) throw new Error('the process could not be started');
  let gone = false;
  const ended = new Promise<string>((done) => {
    child.once('exit', (code, signal) => {
      gone = true;
      done(signal ?? `kode ${code}`);
    });
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The group is gone, which is what was wanted.
    }
  };
  const kill = async (): Promise<void> => {
    signalGroup('SIGKILL');
    await ended;
  };
  const stop = async (): Promise<void> => {
    if (!gone) signalGroup('SIGTERM');
    const timer = setTimeout(() => signalGroup('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
    signalGroup('SIGKILL');
  };
  return { pid, ended, hasEnded: () => gone, stop, kill };
}
