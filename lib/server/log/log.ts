/**
 * The only logger, and one that cannot print content: it takes a fixed set of fields, drops every other key, and of
 * an error it keeps the name, the code and the stack frames, never the message (parser and HTTP errors quote what
 * they failed on). URL templates may be logged; URLs, bodies, names and numbers have no field to stand in.
 */
import 'server-only';
import pino from 'pino';
import { createLinjeskriver } from '#lib/server/log/create-linjeskriver.ts';
import { observe } from '#lib/server/log/maaling.ts';
import { once } from '#lib/server/once.ts';

/** What a log line may carry. */
export type LogFields = {
  /** URL template, e.g. `GET personer/{id}` or `POST /api/oppslag`. */
  mal?: string;
  pakke?: string;
  status?: number;
  ms?: number;
  forsoek?: number;
  antall?: number;
  requestId?: string;
  kode?: string;
  error?: unknown;
};

const ALLOWED = ['mal', 'pakke', 'status', 'ms', 'forsoek', 'antall', 'requestId', 'kode'] as const;

/** Frames only: the first line of a stack holds the message. */
function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/** An error without its message. `code` is kept where it is one word (`ECONNREFUSED`, `42501`). */
export function toLoggableError(error: unknown): { navn: string; kode?: string; rammer: string[] } {
  if (!(error instanceof Error)) return { navn: typeof error, rammer: [] };
  const code = 'code' in error ? String(error.code) : 'kode' in error ? String(error.kode) : '';

  return {
    navn: error.name,
    ...(/^[A-Z0-9_]{1,60}$/.test(code) ? { kode: code } : {}),
    rammer: frames(error),
  };
}

function pick(fields: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const key of ALLOWED) if (fields[key] !== undefined) line[key] = fields[key];
  if (fields.error !== undefined) line.feil = toLoggableError(fields.error);

  return line;
}

const STDOUT = 1;

const getPino = once('log', () => {
  const skriver = createLinjeskriver(STDOUT);
  process.once('exit', skriver.end);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, skriver);

  return { logger, flush: skriver.flush };
});

function write(level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void {
  observe(event, level, fields);
  const { logger, flush } = getPino();
  logger[level](pick(fields), event);
  // What somebody should look at is not lost with a process that is about to die of it.
  if (level !== 'info') flush();
}

/** `event` is a constant of ours (`freg.failed`); everything that varies goes into a field. */
export const log = {
  info: (event: string, fields: LogFields = {}): void => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}): void => write('warn', event, fields),
  error: (event: string, fields: LogFields = {}): void => write('error', event, fields),
};
